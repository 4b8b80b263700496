import type { CaseFilters } from '../case-filters.js';
import type { GradedAudit } from './rows.js';

/**
 * What intervals are worked out for. `finite-population`: for the lists that the audits were drawn from, whose length is known.
 * `no-limit`: for as many cases as one likes, of which these are some.
 */
export type IntervalBasis = 'finite-population' | 'no-limit';

/** The lists that audits were drawn from. */
export interface ListBehind {
  readonly basis: IntervalBasis;
  /** Cases on the lists; null without a limit. */
  readonly listed: number | null;
}

/**
 * Every cycle is drawn by chance from a list that was frozen before, and each audit knows its chance; so the audits of a
 * stratum that were not withdrawn stand for that number over that chance. A team or an area is no stratum: how many of its
 * cases the list holds would itself be an estimate, so there the list counts as having no limit. The same goes for a cohort
 * that is not a stratum.
 */
export function listBehind(
  audits: readonly GradedAudit[],
  { cohort, team, area }: Pick<CaseFilters, 'cohort' | 'team' | 'area'>,
): ListBehind {
  const whole =
    team === undefined &&
    area === undefined &&
    (cohort === undefined || audits.every(({ stratum }) => stratum === cohort));
  if (!whole) return { basis: 'no-limit', listed: null };
  const drawn = audits.filter(({ withdrawn }) => withdrawn === null);
  const stoodFor = drawn.reduce((sum, { probability }) => sum + 1 / probability, 0);
  return { basis: 'finite-population', listed: Math.max(drawn.length, Math.round(stoodFor)) };
}
