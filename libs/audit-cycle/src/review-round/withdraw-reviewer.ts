import { accept, refuse, type Decision } from '../decider.js';
import { narrative } from '../vocabulary/narrative.js';
import { needsCode } from '../vocabulary/needs-code.js';
import { needsRole } from '../vocabulary/needs-role.js';
import type { WithdrawReviewer } from './commands.js';
import type { ReviewRoundContext } from './context.js';
import type { ReviewRoundEvent } from './events.js';
import type { ReviewRound } from './state.js';

/** Refusals: not-permitted, not-admitted, code-malformed. */
export function withdrawReviewer(
  { reviewer, reasonCode, reason }: WithdrawReviewer,
  { reviewers }: ReviewRound,
  { actor }: ReviewRoundContext,
): Decision<ReviewRoundEvent> {
  const refusal = needsRole(actor, 'qa-lead') ?? needsCode(reasonCode);
  if (refusal) return refusal;
  if (!reviewers.has(reviewer)) {
    return refuse('not-admitted', 'This person is not a reviewer of this round.', { person: reviewer });
  }
  return accept({
    type: 'ReviewerWithdrawn',
    facts: { reviewer, reasonCode },
    narrative: narrative({ reason }),
  });
}
