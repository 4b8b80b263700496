import { ACTION_IMPACTS, type ActionImpact } from '#audit-cycle';
import { shareOf, type Share } from '../share.js';
import type { ActionProgress } from './rows.js';

/** Whether a verified action made a difference to the child; each verified action is in exactly one. */
export const IMPACT_STANDINGS = [...ACTION_IMPACTS, 'not-yet-judged'] as const;
export type ImpactStanding = ActionImpact | 'not-yet-judged';

/** Null for an action that nobody has verified: only then its impact counts. */
export function impactOf({ status, impact }: ActionProgress): ImpactStanding | null {
  return status.startsWith('verified-') ? (impact ?? 'not-yet-judged') : null;
}

export interface ImpactCounts {
  /** The sum of `standings`. */
  readonly verified: number;
  readonly standings: readonly { readonly standing: ImpactStanding; readonly n: number }[];
  /** Judged to have made a difference, of those that were judged with yes or no. */
  readonly madeADifference: Share;
}

export const impactCounts = (actions: readonly ActionProgress[]): ImpactCounts =>
  countImpacts(actions.flatMap((action) => impactOf(action) ?? []));

export function countImpacts(verified: readonly ImpactStanding[]): ImpactCounts {
  const count = (standing: ImpactStanding): number => verified.filter((one) => one === standing).length;
  return {
    verified: verified.length,
    standings: IMPACT_STANDINGS.map((standing) => ({ standing, n: count(standing) })),
    madeADifference: shareOf(count('yes'), count('yes') + count('no')),
  };
}
