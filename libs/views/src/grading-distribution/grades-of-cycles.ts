import type { ViewReader } from '../view-reader.js';
import type { GradeStage } from './distribution.js';
import { gradingFigure, type GradingFigure, type Grouping } from './figure.js';
import { closedAmong, figureOfGrades, type FigureAnswer, type GradesQuery } from './grades-asked-for.js';

export interface GradesOfCyclesQuery extends GradesQuery {
  readonly stage: GradeStage;
  readonly by?: Grouping | undefined;
}

/** How the cases of one cycle or of several of one kind were graded. */
export const gradesOfCycles = (
  reader: ViewReader,
  query: GradesOfCyclesQuery,
): Promise<FigureAnswer<GradingFigure>> =>
  figureOfGrades(reader, query, ({ cycles, audits }) =>
    gradingFigure(audits, closedAmong(cycles), query.stage, query.by),
  );
