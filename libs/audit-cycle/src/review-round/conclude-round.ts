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
 * The opinion is that of somebody who reviewed: they give it themselves, or a QA lead records it for them.
 * Refusals: not-permitted, nothing-compared, still-comparing, nothing-reviewed, reviews-unfinished, code-malformed, text-missing.
 */
export function concludeRound(
  { opinion, givenBy, text, notReviewedCode }: ConcludeRound,
  state: ReviewRound,
  { actor, now, lowerBoundPercent }: ReviewRoundContext,
): Decision<ReviewRoundEvent> {
  const mayRecord = holdsRole(actor, 'qa-lead');
  if (!mayRecord && !isAdmitted(state, actor.person, londonDate(now))) {
    return refuse('not-permitted', 'A reviewer of this round gives its opinion, or a QA lead records it.');
  }
  const reviewer = givenBy ?? actor.person;
  if (!mayRecord && reviewer !== actor.person) {
    return refuse(
      'not-permitted',
      'A reviewer gives their own opinion; a QA lead records that of somebody else.',
    );
  }
  const reviews = [...state.reviews.values()];
  if (reviews.some(({ committed, ours }) => committed !== null && ours === null)) {
    return refuse('still-comparing', 'Grades are still being compared. Try again in a moment.');
  }
  const { n, agreed, notReviewed, notJudged } = agreementOf(state);
  if (n === 0) return refuse('nothing-compared', 'No audit of this round has two grades yet.');
  if (!reviews.some((review) => review.reviewer === reviewer && review.ours !== null)) {
    return refuse(
      'nothing-reviewed',
      'The opinion is that of somebody who reviewed an audit of this round. Name them.',
      {
        person: reviewer,
      },
    );
  }
  if (notReviewed.length + notJudged.length > 0 && notReviewedCode === undefined) {
    return refuse(
      'reviews-unfinished',
      `Wait for the second grades (${notReviewed.length}) and the judgements (${notJudged.length}) that are missing, or say why they are left.`,
      { audits: notReviewed, notJudged },
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
      notJudged: notJudged.length,
      notReviewedCode: notReviewed.length + notJudged.length === 0 ? null : (notReviewedCode ?? null),
      givenBy: reviewer,
      concludedBy: actor.person,
    },
    narrative: narrative({ opinion: text }),
  });
}
