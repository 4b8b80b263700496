import { refuse, type Decision } from '../decider.js';
import { allocateAuditor, replaceAuditor } from './allocate.js';
import { commentOnAccuracy } from './comment.js';
import type { CaseAuditCommand, SelectCase } from './commands.js';
import type { CaseAuditContext, InOpenCycle } from './context.js';
import { correctSelection } from './correct-selection.js';
import { decideModeration } from './decide-moderation.js';
import { declareConflict } from './declare-conflict.js';
import type { CaseAuditEvent } from './events.js';
import { extendAuditDeadline } from './extend-deadline.js';
import { finaliseAudit } from './finalise-audit.js';
import { giveFeedback } from './give-feedback.js';
import { gradeCase } from './grade-case.js';
import { gradeSection } from './grade-section.js';
import { releaseLegalHold, setLegalHold } from './legal-hold.js';
import { raiseImmediateRisk } from './raise-immediate-risk.js';
import { recordPracticeDiscussion } from './record-practice-discussion.js';
import { recordVoice } from './record-voice.js';
import { selectCase } from './select-case.js';
import { startAudit } from './start-audit.js';
import type { Audit, CaseAuditState } from './state.js';
import { inItsTime, notInOpenCycle, offTheWay } from './way.js';
import { approveWithdrawal, declineWithdrawal } from './decide-withdrawal.js';
import { requestWithdrawal } from './request-withdrawal.js';

/** In this order: is there such a case, is its cycle open, is it the time for this command, then the command's own rules. */
export function decideCaseAudit(
  command: CaseAuditCommand,
  state: CaseAuditState,
  context: CaseAuditContext,
): Decision<CaseAuditEvent> {
  if (command.type === 'SelectCase') return selectCase(command, state, context);
  if (state.status === 'not-selected') return refuse('not-found', 'There is no such audit.');
  const { cycle } = context;
  if (!inItsTime(command.type, cycle)) return notInOpenCycle(cycle);
  return offTheWay(command.type, state) ?? decideStep(command, state, { ...context, cycle });
}

function decideStep(
  command: Exclude<CaseAuditCommand, SelectCase>,
  state: Audit,
  context: InOpenCycle,
): Decision<CaseAuditEvent> {
  switch (command.type) {
    case 'AllocateAuditor':
      return allocateAuditor(command, state, context);
    case 'ReplaceAuditor':
      return replaceAuditor(command, state, context);
    case 'ExtendAuditDeadline':
      return extendAuditDeadline(command, state, context);
    case 'DeclareConflict':
      return declareConflict(command, state, context);
    case 'StartAudit':
      return startAudit(command, state, context);
    case 'GradeSection':
      return gradeSection(command, state, context);
    case 'RecordVoice':
      return recordVoice(command, state, context);
    case 'RecordPracticeDiscussion':
      return recordPracticeDiscussion(command, state, context);
    case 'RaiseImmediateRisk':
      return raiseImmediateRisk(command, state, context);
    case 'GradeCase':
      return gradeCase(command, state, context);
    case 'FinaliseAudit':
      return finaliseAudit(command, state, context);
    case 'GiveFeedback':
      return giveFeedback(command, state, context);
    case 'CommentOnAccuracy':
      return commentOnAccuracy(command, state, context);
    case 'CorrectSelection':
      return correctSelection(command, state, context);
    case 'RequestWithdrawal':
      return requestWithdrawal(command, state, context);
    case 'ApproveWithdrawal':
      return approveWithdrawal(command, state, context);
    case 'DeclineWithdrawal':
      return declineWithdrawal(command, state, context);
    case 'SetLegalHold':
      return setLegalHold(command, state, context);
    case 'ReleaseLegalHold':
      return releaseLegalHold(command, state, context);
    case 'RequireModeration':
    case 'AllocateModerator':
    case 'ReplaceModerator':
    case 'ModerateGrade':
    case 'RecordModerationDiscussion':
    case 'RecordMissedModeration':
    case 'ReturnAudit':
    case 'DisputeGrade':
    case 'SettleGrade':
      return decideModeration(command, state, context);
  }
}
