import type { ViewReader } from '../view-reader.js';
import { gradeIntervals, type GradeIntervals } from './grade-intervals.js';
import { figureOfGrades, type FigureAnswer, type GradesQuery } from './grades-asked-for.js';
import { casesOf, gradesFigure, type GradesAsked, type GradesFigure } from './grades-figure.js';
import { listBehind } from './list-behind.js';
import { isGrade } from './outcome-at.js';

export type GradesOfCyclesQuery = GradesQuery & GradesAsked;

export interface GradesOfCycles extends GradesFigure {
  /** Of the same grades. */
  readonly intervals: GradeIntervals;
}

/** How the cases of one cycle or of several of one kind were graded. */
export const gradesOfCycles = (
  reader: ViewReader,
  query: GradesOfCyclesQuery,
): Promise<FigureAnswer<GradesOfCycles>> =>
  figureOfGrades(reader, query, (grades) => {
    const { audits, outcomes } = casesOf(grades, query);
    return {
      ...gradesFigure(grades, query),
      intervals: gradeIntervals(outcomes.filter(isGrade), listBehind(audits, query)),
    };
  });
