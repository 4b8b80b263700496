import type { RoundOpinion } from '#audit-cycle';
import type { RoundRow } from './round-row.js';

/** What the rule of a round says of its figures; the opinion is the reviewers' and may be another. */
export interface OpinionByRule {
  /** Null where nothing is compared yet, and of a part of the round: the sample was drawn for the whole. */
  readonly says: RoundOpinion | null;
  readonly reason?: 'n=0' | 'part-of-round';
  readonly reliableFromPercent: number;
  readonly limitsFromPercent: number;
}

/**
 * @param lowerBoundPercent what the share of the same grade twice is at least, 95 times in 100; null where nothing is compared
 * @param whole whether the figures are of all cases of the round
 */
export function opinionByRule(
  rule: RoundRow['rule'],
  lowerBoundPercent: number | null,
  whole: boolean,
): OpinionByRule {
  if (!whole) return { says: null, reason: 'part-of-round', ...rule };
  if (lowerBoundPercent === null) return { says: null, reason: 'n=0', ...rule };
  if (lowerBoundPercent >= rule.reliableFromPercent) return { says: 'reliable', ...rule };
  return {
    says: lowerBoundPercent >= rule.limitsFromPercent ? 'reliable-with-limits' : 'not-reliable',
    ...rule,
  };
}
