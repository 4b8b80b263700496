import type { ModerationRule } from '#audit-cycle';
import type { GradedAudit } from './rows.js';

/** How the first grade of an audit came to be moderated, or did not. */
export interface ModerationChance {
  /** The chance with which it was to be moderated, 0 to 1. */
  readonly probability: number;
  /** Whether it was chosen by that chance, or for certain. */
  readonly chosen: boolean;
}

/** Whether a rule meets every audit that is like this one. */
const IS_CERTAIN: Readonly<Record<ModerationRule, boolean>> = {
  ...{ grade: true, 'unapproved-auditor': true, 'above-limit': true },
  ...{ random: false, requested: false },
};

/**
 * The chance is 1 where a rule asks that meets every such audit: by its grade, its auditor or its limits. For all others it is
 * the share that the cycle's policy leaves to chance, and for an audit whose moderation somebody requested as well. A
 * request is no rule. It is made for an audit that somebody doubts, most often one that chance had passed over. If it counted
 * as certain, it would take doubted audits from those that chance passed over and from no others, and those whom chance
 * chose would speak for a rest that is better than they are. The hidden draw knows nothing of requests; so an audit that was
 * requested and not drawn counts as not moderated here, and those that were drawn speak for it.
 */
export function moderationChance(
  { rules }: Pick<GradedAudit, 'rules'>,
  randomSharePercent: number,
): ModerationChance {
  if (rules.some((rule) => IS_CERTAIN[rule])) return { probability: 1, chosen: true };
  return { probability: randomSharePercent / 100, chosen: rules.includes('random') };
}
