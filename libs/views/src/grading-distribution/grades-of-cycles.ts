import type { ViewReader } from '../view-reader.js';
import { countedGrades } from './counted-grades.js';
import { gradeIntervals, type GradeIntervals } from './grade-intervals.js';
import { figureOfGrades, type FigureAnswer, type GradesQuery } from './grades-asked-for.js';
import { casesOf, gradesFigure, type GradesAsked, type GradesFigure } from './grades-figure.js';
import { gradesOfFamilies, type GradesOfFamilies } from './grades-of-families.js';
import { listBehind } from './list-behind.js';
import { weightedGrades, type WeightedGrades } from './weighted-grades.js';

export type GradesOfCyclesQuery = GradesQuery & GradesAsked;

/** How cases were graded, and how far that can be trusted. All that is added here is of the same grades. */
export interface GradesOfCycles extends GradesFigure {
  readonly intervals: GradeIntervals;
  readonly weighted: WeightedGrades;
  readonly families: GradesOfFamilies;
}

/** How the cases of one cycle or of several of one kind were graded. */
export const gradesOfCycles = (
  reader: ViewReader,
  query: GradesOfCyclesQuery,
): Promise<FigureAnswer<GradesOfCycles>> =>
  figureOfGrades(reader, query, (grades) => {
    const cases = casesOf(grades, query);
    const list = listBehind(cases.audits, query);
    const found = countedGrades(cases);
    return {
      ...gradesFigure(grades, query),
      intervals: gradeIntervals(
        found.map(({ grade }) => grade),
        list,
      ),
      weighted: weightedGrades(found, list),
      families: gradesOfFamilies(found, list),
    };
  });
