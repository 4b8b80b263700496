import type { Sha256Hex } from '#assurance-statistics';
import { seedOf } from '../seed-of.js';
import type { ViewReader } from '../view-reader.js';
import { adjustedGrades, type AdjustedGrades } from './adjusted-grades.js';
import { casesOf, type GradesAsked } from './cases-asked.js';
import { countedGrades } from './counted-grades.js';
import { gradeIntervals, type GradeIntervals } from './grade-intervals.js';
import { figureOfGrades, type FigureAnswer, type GradesQuery } from './grades-asked-for.js';
import { gradesFigure, type GradesFigure } from './grades-figure.js';
import { gradesOfFamilies, type GradesOfFamilies } from './grades-of-families.js';
import { listBehind } from './list-behind.js';
import { weightedGrades, type WeightedGrades } from './weighted-grades.js';

export type GradesOfCyclesQuery = GradesQuery & GradesAsked;

/** How cases were graded, and how far that can be trusted. */
export interface GradesOfCycles extends GradesFigure {
  /** Of the same grades, as all that follows but the last. */
  readonly intervals: GradeIntervals;
  readonly weighted: WeightedGrades;
  readonly families: GradesOfFamilies;
  /** Always beside the final grades, whatever stage is asked for. */
  readonly moderationAdjusted: AdjustedGrades;
}

/** How the cases of one cycle or of several of one kind were graded. */
export const gradesOfCycles = (
  reader: ViewReader,
  query: GradesOfCyclesQuery,
  sha256Hex: Sha256Hex,
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
      moderationAdjusted: adjustedGrades(grades, query, list, {
        seed: seedOf('moderation-adjusted', grades.cycles),
        sha256Hex,
      }),
    };
  });
