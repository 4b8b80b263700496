import { accept, refuse, type Decision } from '../decider.js';
import { londonDate } from '../vocabulary/london-date.js';
import { narrative } from '../vocabulary/narrative.js';
import { needsCode } from '../vocabulary/needs-code.js';
import type { JudgeAuditQuality } from './commands.js';
import { notTheReviewer } from './commit-blind-grade.js';
import type { ReviewRoundContext } from './context.js';
import type { ReviewRoundEvent } from './events.js';
import { isAdmitted } from './reviewer.js';
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
  if (!isAdmitted(state, reviewer, londonDate(now))) return accessEnded(state, reviewer);
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

/** Access ends by itself, and a round that is concluded admits nobody: then the audit stays without a judgement. */
const accessEnded = ({ status, reviewers }: ReviewRound, person: string): Decision<never> =>
  refuse(
    'access-not-open',
    status === 'concluded'
      ? 'Your access is not open, and a round that is concluded admits nobody for longer. This audit stays without a judgement, as its conclusion counts it.'
      : 'How well an audit was done is judged on the days of your access alone, and this is none of them. Ask the quality assurance lead to admit you for longer, before the round is concluded.',
    { person, from: reviewers.get(person)?.from ?? null, until: reviewers.get(person)?.until ?? null },
  );
