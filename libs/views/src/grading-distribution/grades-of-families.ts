import { clusterInterval, type Cluster } from '#assurance-statistics';
import type { CountedGrade } from './counted-grades.js';
import { inPercent, isGoodOrBetter, type PercentInterval } from './grade-intervals.js';
import type { IntervalBasis, ListBehind } from './list-behind.js';

/** Good or better where children of one family are likely to be graded alike, so that together they say less. */
export type GradesOfFamilies = {
  readonly basis: IntervalBasis;
  /** The graded. */
  readonly n: number;
  /** Of how many a family is known, from any list that has the child; each other child counts as a family of its own. */
  readonly familyKnown: number;
  /** Families of whom more than one case is graded, also of one child in several cycles. */
  readonly withSeveral: number;
} & (
  | {
      /** How many times the variance is that of as many unrelated cases, at least 1, two decimals. */
      readonly designEffect: number;
      readonly interval95: PercentInterval;
    }
  | {
      readonly designEffect: null;
      readonly interval95: null;
      /** `no-family-known`: the lists name none, and no child is there twice. `one-cluster`: all cases are of one family. */
      readonly reason: 'n=0' | 'no-family-known' | 'one-cluster';
    }
);

export function gradesOfFamilies(
  cases: readonly CountedGrade[],
  { basis, listed }: ListBehind,
): GradesOfFamilies {
  const families = new Map(
    cases.flatMap(({ audit: { child, family } }) => (family === null ? [] : [[child, family]])),
  );
  const clusters = new Map<string, Cluster>();
  for (const { audit, grade } of cases) {
    const family = families.get(audit.child);
    const cluster = family === undefined ? `child ${audit.child}` : `family ${family}`;
    const { cases: before, x } = clusters.get(cluster) ?? { cases: 0, x: 0 };
    clusters.set(cluster, { cases: before + 1, x: x + (isGoodOrBetter(grade) ? 1 : 0) });
  }
  const about = {
    basis,
    n: cases.length,
    familyKnown: cases.filter(({ audit }) => families.has(audit.child)).length,
    withSeveral: [...clusters.values()].filter((one) => one.cases > 1).length,
  };
  const none = { ...about, designEffect: null, interval95: null };
  const found = clusterInterval([...clusters.values()], 0.95, listed ?? Infinity);
  if (found.value === null) return { ...none, reason: found.reason };
  if (about.familyKnown === 0 && about.withSeveral === 0) return { ...none, reason: 'no-family-known' };
  const { designEffect, ci } = found.value;
  return { ...about, designEffect: Math.round(designEffect * 100) / 100, interval95: inPercent(ci) };
}
