import type { GradeTrend, TrendLine, TrendPoint } from '#views';

/** A point, and where the cases behind it are. */
type LinkedPoint = TrendPoint & {
  /** Address of the cases; `grade=` or `outcome=` leads to those of one row. */
  readonly cases: string;
};

export type TrendAnswer = Omit<GradeTrend, 'lines'> & {
  readonly lines: readonly (Omit<TrendLine, 'points'> & { readonly points: readonly LinkedPoint[] })[];
};

/** What a trend was asked by that its cases are asked by as well. */
type Kept = 'section' | 'cohort' | 'team' | 'area' | 'asOf';

export function presentTrend(
  { stage, section, lines }: GradeTrend,
  asked: { readonly [Name in Kept]?: string },
): TrendAnswer {
  const kept = KEPT.flatMap((name): [string, string][] => {
    const value = asked[name];
    return value === undefined ? [] : [[name, value]];
  });
  const casesOf = ({ cycle }: TrendPoint): string => {
    const query = new URLSearchParams([['cycle', cycle.id], ['stage', stage], ...kept]);
    return `/v1/grading-distribution/cases?${query.toString()}`;
  };
  return {
    stage,
    section,
    lines: lines.map(({ points, ...line }) => ({
      ...line,
      points: points.map((point) => ({ ...point, cases: casesOf(point) })),
    })),
  };
}

const KEPT: readonly Kept[] = ['section', 'cohort', 'team', 'area', 'asOf'];
