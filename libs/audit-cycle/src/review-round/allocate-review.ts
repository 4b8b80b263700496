import { accept, refuse, type Decision } from '../decider.js';
import { londonDate } from '../vocabulary/london-date.js';
import { needsRole } from '../vocabulary/needs-role.js';
import type { AllocateReview } from './commands.js';
import type { ReviewRoundContext } from './context.js';
import type { ReviewRoundEvent } from './events.js';
import { cannotReview, notFromOutside, notSampled } from './reviewer.js';
import type { ReviewRound } from './state.js';

/**
 * Somebody who is admitted, or will be, and is independent of the case. Refusals: not-permitted, not-in-round-sample,
 * already-committed, already-allocated, not-admitted, not-from-outside, those of `cannotReview`.
 */
export function allocateReview(
  { audit, reviewer }: AllocateReview,
  state: ReviewRound,
  context: ReviewRoundContext,
): Decision<ReviewRoundEvent> {
  const refusal = needsRole(context.actor, 'qa-lead') ?? notSampled(state, audit);
  if (refusal) return refusal;
  const before = state.reviews.get(audit);
  if (before !== undefined && before.committed !== null) {
    return refuse('already-committed', 'This case has its blind grade, which never changes.', { audit });
  }
  if (before?.reviewer === reviewer) {
    return refuse('already-allocated', 'This reviewer has this case already.', { audit });
  }
  const admitted = state.reviewers.get(reviewer);
  if (admitted === undefined) {
    return refuse('not-admitted', 'Admit this person to the round first.', { person: reviewer });
  }
  if (admitted.until < londonDate(context.now)) {
    return refuse('not-admitted', "This reviewer's access has ended. Admit them for longer first.", {
      person: reviewer,
      until: admitted.until,
    });
  }
  if (context.audit === null || context.audit.status === 'not-selected') {
    throw new Error(`Audit ${audit} was not looked up`);
  }
  const { selected } = context.audit;
  const tied = notFromOutside(reviewer, context.people) ?? cannotReview(admitted, selected, context);
  if (tied) return tied;
  const { child, reviewed, tool } = selected;
  return accept({
    type: 'ReviewAllocated',
    facts: { audit, reviewer, child, reviewed, tool },
    narrative: null,
  });
}
