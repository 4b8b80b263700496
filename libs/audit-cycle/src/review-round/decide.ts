import { refuse, type Decision } from '../decider.js';
import { admitReviewer } from './admit-reviewer.js';
import { allocateReview } from './allocate-review.js';
import type { ReviewRoundCommand } from './commands.js';
import { commitBlindGrade } from './commit-blind-grade.js';
import { compareGrades } from './compare-grades.js';
import { concludeRound } from './conclude-round.js';
import type { ReviewRoundContext } from './context.js';
import type { ReviewRoundEvent } from './events.js';
import { judgeAuditQuality } from './judge-audit-quality.js';
import { anotherWasFirst, openRound } from './open-round.js';
import { sampleAudits } from './sample-audits.js';
import type { ReviewRoundState } from './state.js';
import { withdrawReviewer } from './withdraw-reviewer.js';

/** How well an audit was done may be judged after the conclusion too. Refusals: not-found, already-opened, already-concluded, and those of each decision. */
export function decideReviewRound(
  command: ReviewRoundCommand,
  state: ReviewRoundState,
  context: ReviewRoundContext,
): Decision<ReviewRoundEvent> {
  if (command.type === 'OpenRound') {
    return state.status === 'not-opened' ? openRound(command, context) : anotherWasFirst();
  }
  if (state.status === 'not-opened') return refuse('not-found', 'There is no such review round.');
  if (state.status === 'concluded' && command.type !== 'JudgeAuditQuality')
    return refuse('already-concluded', 'This round is concluded.');
  switch (command.type) {
    case 'SampleAudits':
      return sampleAudits(state, context);
    case 'AdmitReviewer':
      return admitReviewer(command, context);
    case 'WithdrawReviewer':
      return withdrawReviewer(command, state, context);
    case 'AllocateReview':
      return allocateReview(command, state, context);
    case 'CommitBlindGrade':
      return commitBlindGrade(command, state, context);
    case 'CompareGrades':
      return compareGrades(command, state, context);
    case 'JudgeAuditQuality':
      return judgeAuditQuality(command, state, context);
    case 'ConcludeRound':
      return concludeRound(command, state, context);
  }
}
