import { accept, refuse, type Decision } from '../decider.js';
import { holdsRole } from '../vocabulary/permission.js';
import { londonDate } from '../vocabulary/london-date.js';
import { isWritten, narrative } from '../vocabulary/narrative.js';
import { needsCode } from '../vocabulary/needs-code.js';
import type { ConcludeRound } from './commands.js';
import type { ReviewRoundContext } from './context.js';
import type { ReviewRoundEvent } from './events.js';
import { agreementOf } from './agreement.js';
import { isAdmitted } from './reviewer.js';
import type { ReviewRound } from './state.js';

/**
 * A reviewer of the round gives the opinion, or a QA lead records the one that was given.
 * Refusals: not-permitted, nothing-compared, reviews-unfinished, code-malformed, text-missing.
 */
export function concludeRound(
  { opinion, text, notReviewedCode }: ConcludeRound,
  state: ReviewRound,
  { actor, now, lowerBoundPercent }: ReviewRoundContext,
): Decision<ReviewRoundEvent> {
  if (!holdsRole(actor, 'qa-lead') && !isAdmitted(state, actor.person, londonDate(now))) {
    return refuse('not-permitted', 'A reviewer of this round gives its opinion, or a QA lead records it.');
  }
  const { n, agreed, notReviewed } = agreementOf(state);
  if (n === 0) return refuse('nothing-compared', 'No audit of this round has two grades yet.');
  if (notReviewed.length > 0 && notReviewedCode === undefined) {
    return refuse(
      'reviews-unfinished',
      `Wait for the second grades that are missing (${notReviewed.length}), or say why they are left.`,
      { audits: notReviewed },
    );
  }
  const malformed = needsCode(notReviewedCode);
  if (malformed) return malformed;
  if (!isWritten(text)) return refuse('text-missing', 'Write down the opinion.');
  if (lowerBoundPercent === null) throw new Error('The lower limit of the share agreed was not worked out');
  return accept({
    type: 'RoundConcluded',
    facts: {
      ...{ opinion, n, agreed, lowerBoundPercent },
      notReviewed: notReviewed.length,
      notReviewedCode: notReviewed.length === 0 ? null : (notReviewedCode ?? null),
      concludedBy: actor.person,
    },
    narrative: narrative({ opinion: text }),
  });
}
