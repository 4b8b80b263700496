import { accept, refuse, type Decision } from '../decider.js';
import { londonDate } from '../vocabulary/london-date.js';
import { narrative } from '../vocabulary/narrative.js';
import { needsCode } from '../vocabulary/needs-code.js';
import type { JudgeAuditQuality } from './commands.js';
import { notTheReviewer } from './commit-blind-grade.js';
import type { ReviewRoundContext } from './context.js';
import type { ReviewRoundEvent } from './events.js';
import { notAdmitted } from './reviewer.js';
import type { ReviewRound } from './state.js';

/** Refusals: not-the-reviewer, access-not-open, not-committed, already-judged, code-malformed. */
export function judgeAuditQuality(
  { audit, quality, aspects, notes }: JudgeAuditQuality,
  state: ReviewRound,
  { actor, now }: ReviewRoundContext,
): Decision<ReviewRoundEvent> {
  const reviewer = actor.person;
  const review = state.reviews.get(audit);
  if (review?.reviewer !== reviewer) return notTheReviewer();
  const closed = notAdmitted(state, reviewer, londonDate(now));
  if (closed) return closed;
  if (review.committed === null) {
    return refuse('not-committed', 'Grade the case first; how well it was audited is judged afterwards.', {
      audit,
    });
  }
  if (review.quality !== null) return refuse('already-judged', 'This audit has been judged.', { audit });
  return (
    needsCode(...aspects) ??
    accept({
      type: 'AuditQualityJudged',
      facts: { audit, reviewer, quality, aspects },
      narrative: narrative({ notes }),
    })
  );
}
