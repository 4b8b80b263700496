import type { ViewReader } from '../view-reader.js';
import { figureOfGrades, type FigureAnswer, type GradesQuery } from './grades-asked-for.js';
import { gradesFigure, type GradesAsked, type GradesFigure } from './grades-figure.js';

export type GradesOfCyclesQuery = GradesQuery & GradesAsked;

/** How the cases of one cycle or of several of one kind were graded. */
export const gradesOfCycles = (
  reader: ViewReader,
  query: GradesOfCyclesQuery,
): Promise<FigureAnswer<GradesFigure>> =>
  figureOfGrades(reader, query, (grades) => gradesFigure(grades, query));
