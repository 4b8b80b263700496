import type { CycleState } from '../cycle/state.js';
import { refuse, type Decision } from '../decider.js';
import type { CaseAuditCommand } from './commands.js';
import { AUDIT_WAY, type AuditStatus, type AuditStep } from './state.js';

type LaterCommand = Exclude<CaseAuditCommand['type'], 'SelectCase'>;

/** From which step to which step a command may be given. */
const STEPS: Readonly<Record<LaterCommand, readonly [from: AuditStep, to: AuditStep]>> = {
  AllocateAuditor: ['selected', 'selected'],
  StartAudit: ['allocated', 'allocated'],
  GradeSection: ['in-progress', 'in-progress'],
  RecordVoice: ['in-progress', 'in-progress'],
  RecordPracticeDiscussion: ['in-progress', 'in-progress'],
  GradeCase: ['in-progress', 'in-progress'],
  RequireModeration: ['graded', 'graded'],
  AllocateModerator: ['graded', 'graded'],
  ModerateGrade: ['graded', 'graded'],
  FinaliseAudit: ['graded', 'moderated'],
  RequestWithdrawal: ['selected', 'moderated'],
  ApproveWithdrawal: ['selected', 'moderated'],
};

/** What has to be done to leave a step. */
const LEFT_BY_BEING: Readonly<Record<AuditStep, string>> = {
  selected: 'allocated',
  allocated: 'started',
  'in-progress': 'graded',
  graded: 'moderated',
  moderated: 'finalised',
};

/**
 * Refuses a command that does not belong to the step at which the audit stands: `not-allocated`, `not-started` or
 * `not-graded` when it comes too early, `already-` with the same words, `-moderated`, `-finalised` or `-withdrawn` when too late.
 */
export function offTheWay(command: LaterCommand, status: AuditStatus): Decision<never> | null {
  if (status === 'withdrawn') return already('withdrawn');
  if (status === 'finalised') return already(LEFT_BY_BEING.moderated);
  const [from, to] = STEPS[command];
  if (isBefore(status, from)) return notYet(LEFT_BY_BEING[status]);
  return isBefore(to, status) ? already(LEFT_BY_BEING[to]) : null;
}

const isBefore = (one: AuditStep, other: AuditStep): boolean =>
  AUDIT_WAY.indexOf(one) < AUDIT_WAY.indexOf(other);

const notYet = (done: string): Decision<never> =>
  refuse(`not-${done}`, `This audit has to be ${done} first.`);

const already = (done: string): Decision<never> =>
  refuse(`already-${done}`, `This audit has been ${done}; that stays as it is.`);

/** An audit moves only while its cycle is open. */
export const notInOpenCycle = (cycle: CycleState): Decision<never> =>
  cycle.status === 'closed'
    ? refuse('cycle-closed', 'The cycle of this case is closed; its audits stay as they are.')
    : refuse('cycle-not-open', 'Open the cycle first.');
