import type { Cycle, CycleState } from '../cycle/state.js';
import { refuse, type Decision } from '../decider.js';
import type { CaseAuditCommand } from './commands.js';
import { AUDIT_WAY, type Audit, type AuditStep } from './state.js';

type LaterCommand = Exclude<CaseAuditCommand['type'], 'SelectCase'>;
type HoldCommand = 'SetLegalHold' | 'ReleaseLegalHold';

const isAboutHold = (command: LaterCommand): command is HoldCommand =>
  command === 'SetLegalHold' || command === 'ReleaseLegalHold';

/** From which step to which step a command may be given. A legal hold knows no step. */
const STEPS: Readonly<Record<Exclude<LaterCommand, HoldCommand>, readonly [from: AuditStep, to: AuditStep]>> =
  {
    AllocateAuditor: ['selected', 'selected'],
    ReplaceAuditor: ['allocated', 'in-progress'],
    ExtendAuditDeadline: ['allocated', 'in-progress'],
    DeclareConflict: ['allocated', 'graded'],
    StartAudit: ['allocated', 'allocated'],
    GradeSection: ['in-progress', 'in-progress'],
    RecordVoice: ['in-progress', 'in-progress'],
    RecordPracticeDiscussion: ['in-progress', 'in-progress'],
    RaiseImmediateRisk: ['selected', 'finalised'],
    GradeCase: ['in-progress', 'in-progress'],
    RequireModeration: ['graded', 'graded'],
    AllocateModerator: ['graded', 'graded'],
    ReplaceModerator: ['graded', 'graded'],
    ModerateGrade: ['graded', 'graded'],
    RecordModerationDiscussion: ['graded', 'settled'],
    RecordMissedModeration: ['graded', 'graded'],
    ReturnAudit: ['graded', 'settled'],
    DisputeGrade: ['moderated', 'moderated'],
    SettleGrade: ['disputed', 'disputed'],
    CommentOnAccuracy: ['graded', 'finalised'],
    FinaliseAudit: ['graded', 'settled'],
    GiveFeedback: ['finalised', 'finalised'],
    CorrectSelection: ['selected', 'finalised'],
    RequestWithdrawal: ['selected', 'settled'],
    ApproveWithdrawal: ['selected', 'settled'],
    DeclineWithdrawal: ['selected', 'settled'],
  };

/** What has to be done to leave a step, or was done by leaving it. */
const LEFT_BY_BEING = {
  selected: 'allocated',
  allocated: 'started',
  'in-progress': 'graded',
  graded: 'moderated',
  moderated: 'disputed',
  disputed: 'settled',
  settled: 'finalised',
} as const satisfies Readonly<Record<Exclude<AuditStep, 'finalised'>, string>>;

/** No command waits for a settlement: out of a dispute it leads to the end alone. */
type ToBeDone = 'allocated' | 'started' | 'graded' | 'moderated' | 'disputed' | 'finalised';
type Done = ToBeDone | 'settled' | 'withdrawn';

/**
 * Refuses a command that does not belong to the step at which the audit stands: `not-allocated`, `not-started`, `not-graded`,
 * `not-moderated`, `not-disputed` or `not-finalised` when it comes too early; when too late, `already-` with the same words,
 * `-settled` or `-withdrawn`. A case that a conflict took from its auditor may be allocated while it is in progress.
 */
export function offTheWay(
  command: LaterCommand,
  { status, auditor }: Pick<Audit, 'status' | 'auditor'>,
): Decision<never> | null {
  if (isAboutHold(command)) return null;
  if (command === 'AllocateAuditor' && status === 'in-progress' && auditor === null) return null;
  if (status === 'withdrawn') return already('withdrawn');
  const [from, to] = STEPS[command];
  if (status === 'finalised') return to === 'finalised' ? null : already('finalised');
  if (isBefore(status, from)) return notYet(missing(status, from));
  return to !== 'finalised' && isBefore(to, status) ? already(LEFT_BY_BEING[to]) : null;
}

/** The next thing to do; a graded audit can be finalised without being moderated or disputed. */
const missing = (status: Exclude<AuditStep, 'finalised'>, from: AuditStep): ToBeDone =>
  status === 'disputed' || (from === 'finalised' && !isBefore(status, 'graded'))
    ? 'finalised'
    : LEFT_BY_BEING[status];

const isBefore = (one: AuditStep, other: AuditStep): boolean =>
  AUDIT_WAY.indexOf(one) < AUDIT_WAY.indexOf(other);

const notYet = (done: ToBeDone): Decision<never> =>
  refuse(`not-${done}`, `This audit has to be ${done} first.`);

const already = (done: Done): Decision<never> =>
  refuse(`already-${done}`, `This audit has been ${done}. ${INSTEAD[done]}`);

/** What can be done once something has been done that stays as it is. */
const INSTEAD: Readonly<Record<Done, string>> = {
  allocated: 'Replace its auditor with a reason where somebody else is to have it.',
  started: 'Go on with what is still missing.',
  graded: 'Have it returned with a reason where the grade or what it rests on has to change.',
  moderated: 'Have it returned with a reason where that has to change.',
  disputed: 'What the panel decides about it stands.',
  settled: 'Make it final.',
  finalised: 'Have the case audited again where it has to be judged anew.',
  withdrawn: 'The case can be drawn again in another cycle.',
};

/** What is open also after the cycle has closed: a risk, what is said to and by those who work with the child, and what is kept. */
const AFTER_CLOSING: readonly LaterCommand[] = [
  'RaiseImmediateRisk',
  'CommentOnAccuracy',
  'GiveFeedback',
  'SetLegalHold',
  'ReleaseLegalHold',
];

/** Whether the time of the cycle is the time of the command. */
export const inItsTime = (command: LaterCommand, cycle: CycleState): cycle is Cycle =>
  cycle.status === 'open' || (cycle.status === 'closed' && AFTER_CLOSING.includes(command));

/** An audit moves only while its cycle is open. */
export const notInOpenCycle = (cycle: CycleState): Decision<never> =>
  cycle.status === 'closed'
    ? refuse(
        'cycle-closed',
        'The cycle of this case is closed; its audits stay as they are. Plan another cycle, or have the case audited again.',
      )
    : refuse('cycle-not-open', 'Open the cycle first.');
