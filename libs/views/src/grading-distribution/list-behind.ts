import type { GradedAudit } from './rows.js';

/**
 * What intervals are worked out for. `finite-population`: for the lists that the audits were drawn from, whose length is known.
 * `no-limit`: for as many cases as one likes, of which these are some.
 */
export type IntervalBasis = 'finite-population' | 'no-limit';

/** The lists that audits were drawn from. */
export interface ListBehind {
  readonly basis: IntervalBasis;
  /**
   * Cases on the lists, as the audits say: each that was not withdrawn stands for one over the chance with which it was drawn. Not counted
   * on the lists themselves. Null without a limit.
   */
  readonly listed: number | null;
}

/** What cases are of, where they are not whole cycles. */
export interface PartNamed {
  readonly cohort?: string | undefined;
  readonly team?: string | undefined;
  readonly area?: string | undefined;
}

/** Whether cases of whole cycles are left out. */
export const isOfPart = ({ cohort, team, area }: PartNamed): boolean =>
  cohort !== undefined || team !== undefined || area !== undefined;

const NO_LIMIT: ListBehind = { basis: 'no-limit', listed: null };

/** Lists of figures that stand side by side, so that their intervals have one basis: without limit where one of them has none. */
export const listsSideBySide = (lists: readonly ListBehind[]): readonly ListBehind[] =>
  lists.every(({ listed }) => listed !== null) ? lists : lists.map(() => NO_LIMIT);

/**
 * Every cycle is drawn by chance from a list that was frozen before, and each audit knows its chance; so the audits of a
 * stratum that were not withdrawn stand for that number over that chance. A team or an area is no stratum: how many of its
 * cases the list holds would itself be an estimate, so there the list counts as having no limit. The same goes for a cohort
 * that is not a stratum.
 */
export function listBehind(audits: readonly GradedAudit[], { cohort, team, area }: PartNamed): ListBehind {
  const whole =
    team === undefined &&
    area === undefined &&
    (cohort === undefined || audits.every(({ stratum }) => stratum === cohort));
  if (!whole) return NO_LIMIT;
  const drawn = audits.filter(({ withdrawn }) => withdrawn === null);
  const stoodFor = drawn.reduce((sum, { probability }) => sum + 1 / probability, 0);
  return { basis: 'finite-population', listed: Math.max(drawn.length, Math.round(stoodFor)) };
}
