import type { Sha256Hex } from '#assurance-statistics';
import type { CycleSummary } from '../cycle-summary.js';
import type { SectionNamed } from '../grading-distribution/asked-sections.js';
import type { GradeStage } from '../grading-distribution/distribution.js';
import type { GradesAskedFor } from '../grading-distribution/grades-asked-for.js';
import { gradesFigure, type GradesFigure } from '../grading-distribution/grades-figure.js';
import { fewestModerated } from '../grading-distribution/grades-of-cycles.js';
import { trusted, type HowFarTrusted } from '../grading-distribution/how-far-trusted.js';
import {
  isOfPart,
  listBehind,
  listsSideBySide,
  type ListBehind,
  type PartNamed,
} from '../grading-distribution/list-behind.js';
import { seedOf } from '../seed-of.js';
import { trendChart, type TrendChart } from './trend-chart.js';

export interface TrendAsked {
  readonly stage: GradeStage;
  /** Code of a section: its grades and not those of the whole case. */
  readonly section?: string | undefined;
}

/** Grades from cycle to cycle. What was asked or graded otherwise is a line of its own: lines are never joined. */
export interface GradeTrend {
  readonly stage: GradeStage;
  /** Whose grades are counted; null for those of the whole case. */
  readonly section: SectionNamed | null;
  /** In the order of their first cycles; tools without the section have none. */
  readonly lines: readonly TrendLine[];
}

/** Cycles of one kind that were audited with one version of one tool on one scale. */
export interface TrendLine extends Pick<CycleSummary, 'kind' | 'tool' | 'toolVersion' | 'scale'> {
  /** The earliest first. */
  readonly points: readonly TrendPoint[];
  /** Of the points that are in the chart: of their grades, weighted where their strata were drawn with different chances. */
  readonly chart: TrendChart & { readonly of: 'first-grades' | 'final-grades' };
  /** Of those that have adjusted grades, which final grades are never joined with. */
  readonly adjustedChart: TrendChart & { readonly of: 'moderation-adjusted' };
}

/** One cycle, with all that its distribution says and what stands beside it; the intervals of all points have one basis. */
export interface TrendPoint
  extends Omit<GradesFigure, 'stage' | 'section' | 'notAsked' | 'by'>, HowFarTrusted {
  readonly cycle: Pick<CycleSummary, 'id' | 'title' | 'status' | 'periodFrom' | 'periodTo'>;
  /** Why the point is in no chart; null where it is. A cycle that is not closed may still change. */
  readonly notInChart: 'not-closed' | 'n=0' | null;
}

/** @param part what the grades are of, where they are not of whole cycles */
export function gradeTrend(
  grades: GradesAskedFor,
  { stage, section }: TrendAsked,
  part: PartNamed,
  sha256Hex: Sha256Hex,
): GradeTrend {
  const { sections, isAsked } = grades.asked;
  const cycles = grades.cycles.filter(({ id }) => section === undefined || isAsked(id, section));
  const auditsOf = (cycle: CycleSummary): GradesAskedFor['audits'] =>
    grades.audits.filter((audit) => audit.cycle === cycle.id);
  const lists = listsSideBySide(cycles.map((cycle) => listBehind(auditsOf(cycle), part)));
  const fewest = isOfPart(part) || section !== undefined ? fewestModerated(grades) : null;
  const points = cycles.map((cycle, at) =>
    pointOf(
      cycle,
      { ...grades, cycles: [cycle], audits: auditsOf(cycle) },
      { stage, section },
      {
        ...{ list: lists[at]!, fewest, sha256Hex },
      },
    ),
  );
  const lines = Map.groupBy(points, ({ line }) => JSON.stringify(line));
  return {
    stage,
    section: sections.find(({ code }) => code === section) ?? null,
    lines: [...lines.values()].map((line) => lineOf(stage, line)),
  };
}

/** A point, the line that it is of, and its shares with full precision. */
interface PointOfLine {
  readonly line: Pick<TrendLine, 'kind' | 'tool' | 'toolVersion' | 'scale'>;
  readonly point: TrendPoint;
  readonly shares: { readonly graded: number | null; readonly adjusted: number | null };
}

function lineOf(stage: GradeStage, points: readonly PointOfLine[]): TrendLine {
  const chartOf = (share: keyof PointOfLine['shares']): TrendChart =>
    trendChart(
      points.flatMap(({ point: { cycle, notInChart }, shares }) =>
        notInChart === null && shares[share] !== null ? { cycle: cycle.id, share: shares[share] } : [],
      ),
    );
  return {
    ...points[0]!.line,
    points: points.map(({ point }) => point),
    chart: { of: stage === 'final' ? 'final-grades' : 'first-grades', ...chartOf('graded') },
    adjustedChart: { of: 'moderation-adjusted', ...chartOf('adjusted') },
  };
}

function pointOf(
  cycle: CycleSummary,
  grades: GradesAskedFor,
  asked: TrendAsked,
  by: { readonly list: ListBehind; readonly fewest: number | null; readonly sha256Hex: Sha256Hex },
): PointOfLine {
  const counted = gradesFigure(grades, asked);
  // The seed of the cycle asked for alone: one number has one interval.
  const seed = seedOf('moderation-adjusted', [cycle]);
  const { figure, gradedShare, adjustedShare } = trusted(counted, grades, asked, {
    ...{ ...by, seed, unmoderated: [] },
  });
  const { stage: _stage, section: _section, notAsked: _notAsked, ...shown } = figure;
  const { id, title, status, periodFrom, periodTo, kind, tool, toolVersion, scale } = cycle;
  return {
    line: { kind, tool, toolVersion, scale },
    point: {
      cycle: { id, title, status, periodFrom, periodTo },
      notInChart: status !== 'closed' ? 'not-closed' : figure.graded === 0 ? 'n=0' : null,
      ...shown,
    },
    shares: { graded: gradedShare, adjusted: adjustedShare },
  };
}
