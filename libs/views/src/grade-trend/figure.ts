import type { CycleSummary } from '../cycle-summary.js';
import type { SectionNamed } from '../grading-distribution/asked-sections.js';
import type { GradeStage } from '../grading-distribution/distribution.js';
import type { GradesAskedFor } from '../grading-distribution/grades-asked-for.js';
import { gradesFigure, type GradesFigure } from '../grading-distribution/grades-figure.js';
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
  /** Of the points that are in the chart. */
  readonly chart: TrendChart;
}

/** One cycle, with all that its distribution says. */
export interface TrendPoint extends Omit<GradesFigure, 'stage' | 'section' | 'notAsked' | 'by' | 'groups'> {
  readonly cycle: Pick<CycleSummary, 'id' | 'title' | 'status' | 'periodFrom' | 'periodTo'>;
  /** Why the point is in no chart; null where it is. A cycle that is not closed may still change. */
  readonly notInChart: 'not-closed' | 'n=0' | null;
}

export function gradeTrend(grades: GradesAskedFor, { stage, section }: TrendAsked): GradeTrend {
  const { sections, isAsked } = grades.asked;
  const cycles = grades.cycles.filter(({ id }) => section === undefined || isAsked(id, section));
  const lines = Map.groupBy(cycles, ({ kind, tool, toolVersion, scale }) =>
    JSON.stringify([kind, tool, toolVersion, scale]),
  );
  return {
    stage,
    section: sections.find(({ code }) => code === section) ?? null,
    lines: [...lines.values()].flatMap((line) => lineOf(line, grades, { stage, section })),
  };
}

function lineOf(
  cycles: readonly CycleSummary[],
  grades: GradesAskedFor,
  asked: TrendAsked,
): readonly TrendLine[] {
  const [first] = cycles;
  if (first === undefined) return [];
  const { kind, tool, toolVersion, scale } = first;
  const points = cycles.map((cycle) => pointOf(cycle, grades, asked));
  const values = points.flatMap(({ cycle, notInChart, goodOrBetter: { n, of } }) =>
    notInChart === null ? { cycle: cycle.id, share: n / of } : [],
  );
  return [{ kind, tool, toolVersion, scale, points, chart: trendChart(values) }];
}

function pointOf(cycle: CycleSummary, grades: GradesAskedFor, asked: TrendAsked): TrendPoint {
  const audits = grades.audits.filter((audit) => audit.cycle === cycle.id);
  const figure = gradesFigure({ ...grades, cycles: [cycle], audits }, asked);
  const { stage: _stage, section: _section, notAsked: _notAsked, ...distribution } = figure;
  const { id, title, status, periodFrom, periodTo } = cycle;
  return {
    cycle: { id, title, status, periodFrom, periodTo },
    notInChart: status !== 'closed' ? 'not-closed' : figure.graded === 0 ? 'n=0' : null,
    ...distribution,
  };
}
