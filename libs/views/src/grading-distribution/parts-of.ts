import { COHORTS } from '#audit-cycle';
import { inOrder } from '../in-order.js';

/** Cases that have something in common, and what that is; null for those that have none of it. */
export type Part<Case> = readonly [group: string | null, cases: readonly Case[]];

/** Splits cases into parts that add up to them: cohorts in their own order, all else by code units. */
export function partsOf<Case>(
  by: string,
  cases: readonly Case[],
  groupOf: (one: Case) => string | null,
): readonly Part<Case>[] {
  const found = inOrder(cases.map(groupOf));
  const groups = by === 'cohort' ? COHORTS.filter((cohort) => found.includes(cohort)) : found;
  return groups.map((group) => [group, cases.filter((one) => groupOf(one) === group)]);
}
