import { exactLowerBound } from '#assurance-statistics';
import type { RoundOpinion } from '#audit-cycle';
import type { RoundRow } from './round-row.js';

/** What the rule of a round says of its figures; the opinion is the reviewers' and may be another. */
export interface OpinionByRule {
  /** Null before the round is concluded, and of a part of it: the sample was drawn for the whole. */
  readonly says: RoundOpinion | null;
  readonly reason?: 'n=0' | 'part-of-round' | 'not-concluded';
  readonly reliableFromPercent: number;
  readonly limitsFromPercent: number;
}

/**
 * Judged by the lower limit as it is, not as it is printed: one of 59.97 is printed as 60.0 and is not 60.
 *
 * @param exact how many of the compared audits, `of`, have the same grade twice, `n`
 * @param concluded whether the round is over: a few grades in its middle say little
 * @param whole whether the figures are of all cases of the round
 */
export function opinionByRule(
  rule: RoundRow['rule'],
  { n, of }: { readonly n: number; readonly of: number },
  { whole, concluded }: { readonly whole: boolean; readonly concluded: boolean },
): OpinionByRule {
  if (!concluded) return { says: null, reason: 'not-concluded', ...rule };
  if (!whole) return { says: null, reason: 'part-of-round', ...rule };
  const { value: share } = exactLowerBound(n, of);
  if (share === null) return { says: null, reason: 'n=0', ...rule };
  const lowerBoundPercent = 100 * share;
  if (lowerBoundPercent >= rule.reliableFromPercent) return { says: 'reliable', ...rule };
  return {
    says: lowerBoundPercent >= rule.limitsFromPercent ? 'reliable-with-limits' : 'not-reliable',
    ...rule,
  };
}
