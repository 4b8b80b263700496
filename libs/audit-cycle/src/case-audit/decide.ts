import { refuse, type Decision } from '../decider.js';
import { allocateAuditor, allocateModerator } from './allocate.js';
import type { CaseAuditCommand, SelectCase } from './commands.js';
import type { CaseAuditContext, InOpenCycle } from './context.js';
import type { CaseAuditEvent } from './events.js';
import { finaliseAudit } from './finalise-audit.js';
import { gradeCase } from './grade-case.js';
import { gradeSection } from './grade-section.js';
import { moderateGrade, requireModeration } from './moderate.js';
import { recordPracticeDiscussion } from './record-practice-discussion.js';
import { recordVoice } from './record-voice.js';
import { selectCase } from './select-case.js';
import { startAudit } from './start-audit.js';
import type { Audit, CaseAuditState } from './state.js';
import { notInOpenCycle, offTheWay } from './way.js';
import { approveWithdrawal, requestWithdrawal } from './withdraw.js';

/** In this order: is there such a case, is its cycle open, is it the time for this command, then the command's own rules. */
export function decideCaseAudit(
  command: CaseAuditCommand,
  state: CaseAuditState,
  context: CaseAuditContext,
): Decision<CaseAuditEvent> {
  if (command.type === 'SelectCase') return selectCase(command, state, context);
  if (state.status === 'not-selected') return refuse('not-found', 'There is no such audit.');
  const { cycle } = context;
  if (cycle.status !== 'open') return notInOpenCycle(cycle);
  return offTheWay(command.type, state.status) ?? decideStep(command, state, { ...context, cycle });
}

function decideStep(
  command: Exclude<CaseAuditCommand, SelectCase>,
  state: Audit,
  context: InOpenCycle,
): Decision<CaseAuditEvent> {
  switch (command.type) {
    case 'AllocateAuditor':
      return allocateAuditor(command, state, context);
    case 'StartAudit':
      return startAudit(command, state, context);
    case 'GradeSection':
      return gradeSection(command, state, context);
    case 'RecordVoice':
      return recordVoice(command, state, context);
    case 'RecordPracticeDiscussion':
      return recordPracticeDiscussion(command, state, context);
    case 'GradeCase':
      return gradeCase(command, state, context);
    case 'RequireModeration':
      return requireModeration(command, state, context);
    case 'AllocateModerator':
      return allocateModerator(command, state, context);
    case 'ModerateGrade':
      return moderateGrade(command, state, context);
    case 'FinaliseAudit':
      return finaliseAudit(command, state, context);
    case 'RequestWithdrawal':
      return requestWithdrawal(command, state, context);
    case 'ApproveWithdrawal':
      return approveWithdrawal(command, state, context);
  }
}
