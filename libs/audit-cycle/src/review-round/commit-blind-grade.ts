import { gradingOf } from '../case-audit/state.js';
import { accept, refuse, type Decision } from '../decider.js';
import { londonDate } from '../vocabulary/london-date.js';
import { isWritten, narrative } from '../vocabulary/narrative.js';
import { wrongSections } from '../audit-tool/section-grades.js';
import type { CommitBlindGrade } from './commands.js';
import type { ReviewRoundContext } from './context.js';
import type { ReviewRoundEvent } from './events.js';
import { cannotReview, notAdmitted, notFromOutside } from './reviewer.js';
import type { ReviewRound } from './state.js';

/**
 * Once, by the reviewer to whom the case is allocated, while their access is open and they still read nothing of ours.
 * Refusals: not-the-reviewer, access-not-open, already-committed, not-from-outside, those of `cannotReview`, unknown-section,
 * answer-does-not-fit, section-twice, rationale-missing.
 */
export function commitBlindGrade(
  { audit, grade, sections, rationale }: CommitBlindGrade,
  state: ReviewRound,
  context: ReviewRoundContext,
): Decision<ReviewRoundEvent> {
  const reviewer = context.actor.person;
  const review = state.reviews.get(audit);
  if (review?.reviewer !== reviewer) return notTheReviewer();
  const closed = notAdmitted(state, reviewer, londonDate(context.now));
  if (closed) return closed;
  if (review.committed !== null) {
    return refuse('already-committed', 'This case has its blind grade, which never changes.', { audit });
  }
  const admitted = state.reviewers.get(reviewer);
  if (context.audit === null || context.audit.status === 'not-selected' || admitted === undefined) {
    throw new Error(`Audit ${audit} was not looked up`);
  }
  const definition = context.tool?.versions[review.tool.version]?.definition;
  if (definition === undefined) throw new Error(`Tool ${review.tool.id} was not looked up`);
  const refusal =
    notFromOutside(reviewer, context.people) ??
    cannotReview(admitted, context.audit.selected, context) ??
    wrongSections(sections, definition);
  if (refusal) return refusal;
  if (!isWritten(rationale)) return refuse('rationale-missing', 'Write down why the case has this grade.');
  const { scale } = gradingOf(context.audit);
  return accept({
    type: 'BlindGradeCommitted',
    facts: { audit, reviewer, grade, scale, sections },
    narrative: narrative({ rationale }),
  });
}

/** The same for an audit that is somebody else's, was not drawn, or never was: none of that is a reviewer's to know. */
export const notTheReviewer = (): Decision<never> =>
  refuse('not-the-reviewer', 'Only the reviewer to whom this case is allocated can do this.');
