import type { Decision } from '../decider.js';
import { allocateModerator, replaceModerator } from './allocate.js';
import type { CaseAuditCommand } from './commands.js';
import type { InOpenCycle } from './context.js';
import { disputeGrade } from './dispute-grade.js';
import type { CaseAuditEvent } from './events.js';
import { moderateGrade, requireModeration } from './moderate.js';
import { recordMissedModeration, recordModerationDiscussion } from './moderation-notes.js';
import { returnAudit } from './return-audit.js';
import { settleGrade } from './settle-grade.js';
import type { Audit } from './state.js';

type ModerationCommand = Extract<
  CaseAuditCommand,
  {
    readonly type:
      | 'RequireModeration'
      | 'AllocateModerator'
      | 'ReplaceModerator'
      | 'ModerateGrade'
      | 'RecordModerationDiscussion'
      | 'RecordMissedModeration'
      | 'ReturnAudit'
      | 'DisputeGrade'
      | 'SettleGrade';
  }
>;

/** What tests the auditor's grade, and what follows when the test is disputed. */
export function decideModeration(
  command: ModerationCommand,
  state: Audit,
  context: InOpenCycle,
): Decision<CaseAuditEvent> {
  switch (command.type) {
    case 'RequireModeration':
      return requireModeration(command, state, context);
    case 'AllocateModerator':
      return allocateModerator(command, state, context);
    case 'ReplaceModerator':
      return replaceModerator(command, state, context);
    case 'ModerateGrade':
      return moderateGrade(command, state, context);
    case 'RecordModerationDiscussion':
      return recordModerationDiscussion(command, state, context);
    case 'RecordMissedModeration':
      return recordMissedModeration(command, state, context);
    case 'ReturnAudit':
      return returnAudit(command, state, context);
    case 'DisputeGrade':
      return disputeGrade(command, state, context);
    case 'SettleGrade':
      return settleGrade(command, state, context);
  }
}
