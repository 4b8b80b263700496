import type { Sha256Hex } from '#assurance-statistics';
import {
  figureOfGrades,
  type FigureAnswer,
  type GradesQuery,
} from '../grading-distribution/grades-asked-for.js';
import type { ViewReader } from '../view-reader.js';
import { gradeTrend, type GradeTrend, type TrendAsked } from './figure.js';

export type GradeTrendQuery = Omit<GradesQuery, 'cycle' | 'lineOfEnquiry'> & TrendAsked;

/** How grades went from cycle to cycle. */
export const trendOfGrades = (
  reader: ViewReader,
  query: GradeTrendQuery,
  sha256Hex: Sha256Hex,
): Promise<FigureAnswer<GradeTrend>> =>
  figureOfGrades(reader, query, (grades) => gradeTrend(grades, query, query, sha256Hex));
