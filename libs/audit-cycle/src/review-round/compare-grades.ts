import { gradeOf, gradingOf } from '../case-audit/state.js';
import { accept, refuse, type Decision } from '../decider.js';
import type { CompareGrades } from './commands.js';
import type { ReviewRoundContext } from './context.js';
import type { ReviewRoundEvent } from './events.js';
import type { ReviewRound } from './state.js';

/** Refusals: not-permitted, not-committed, already-compared. */
export function compareGrades(
  { audit }: CompareGrades,
  { reviews }: ReviewRound,
  context: ReviewRoundContext,
): Decision<ReviewRoundEvent> {
  if (context.actor.process === undefined) {
    return refuse('not-permitted', 'Grades are compared by the product, as soon as one is committed.');
  }
  const review = reviews.get(audit);
  if (review === undefined || review.committed === null) {
    return refuse('not-committed', 'This case has no blind grade yet.', { audit });
  }
  if (review.ours !== null) return refuse('already-compared', 'These grades have been compared.', { audit });
  if (context.audit === null || context.audit.status === 'not-selected') {
    throw new Error(`Audit ${audit} was not looked up`);
  }
  const { lineage, scale } = gradingOf(context.audit);
  const { reviewer, committed } = review;
  return accept({
    type: 'GradesCompared',
    facts: { audit, reviewer, ours: gradeOf(lineage), theirs: committed.grade, scale },
    narrative: null,
  });
}
