import { describe, expect, it } from '@jest/globals';
import { CLOSED, DRAWN, IMPORTED, OPENED, PLANNED, cycleAfter } from '../testing/a-cycle.js';
import {
  ALLOCATED,
  ANSWERED,
  FINALISED,
  GRADED,
  IN_PROGRESS,
  MODERATED,
  MODERATION_REQUIRED,
  PROCESS,
  SELECTED,
  TO_MODERATE,
  WITHDRAWAL_REQUESTED,
  WITHDRAWN,
  auditAfter,
  by,
} from '../testing/an-audit.js';
import type { CaseAuditCommand } from './commands.js';
import type { CaseAuditContext } from './context.js';
import { caseAudit } from './decider.js';
import type { CaseAuditEvent } from './events.js';

/** Every command as the right person would give it at its own time. */
const COMMANDS: {
  readonly [Type in CaseAuditCommand['type']]: readonly [CaseAuditCommand, CaseAuditContext];
} = {
  SelectCase: [{ type: 'SelectCase', facts: SELECTED.facts }, by('lead', { actor: PROCESS })],
  AllocateAuditor: [{ type: 'AllocateAuditor', auditor: 'auditor' }, by('lead')],
  StartAudit: [{ type: 'StartAudit' }, by('auditor')],
  GradeSection: [
    { type: 'GradeSection', section: 'plan', answer: { kind: 'grade', grade: 'good' } },
    by('auditor'),
  ],
  RecordVoice: [{ type: 'RecordVoice', voice: 'child', obtained: true, text: 'Yes.' }, by('auditor')],
  RecordPracticeDiscussion: [
    { type: 'RecordPracticeDiscussion', held: false, with: [], reasonCode: 'worker-left' },
    by('auditor'),
  ],
  GradeCase: [
    { type: 'GradeCase', grade: 'good', rationale: 'As seen.', strengths: [], development: [] },
    by('auditor'),
  ],
  RequireModeration: [{ type: 'RequireModeration' }, by('lead')],
  AllocateModerator: [{ type: 'AllocateModerator', moderator: 'moderator' }, by('lead')],
  ModerateGrade: [{ type: 'ModerateGrade', grade: 'good', manner: 'blind' }, by('moderator')],
  FinaliseAudit: [{ type: 'FinaliseAudit' }, by('lead')],
  RequestWithdrawal: [
    { type: 'RequestWithdrawal', reasonCode: 'duplicate-record', replace: false },
    by('lead'),
  ],
  ApproveWithdrawal: [{ type: 'ApproveWithdrawal' }, by('leader')],
};

const BEGUN: readonly CaseAuditEvent[] = IN_PROGRESS;
const STATES: Readonly<Record<string, readonly CaseAuditEvent[]>> = {
  'not selected': [],
  selected: [SELECTED],
  allocated: [SELECTED, ALLOCATED],
  'in progress': BEGUN,
  complete: ANSWERED,
  graded: GRADED,
  'moderation required': [...GRADED, MODERATION_REQUIRED],
  'moderator allocated': TO_MODERATE,
  moderated: MODERATED,
  'withdrawal requested': [...ANSWERED, WITHDRAWAL_REQUESTED],
  finalised: [...GRADED, FINALISED],
  withdrawn: [SELECTED, WITHDRAWN],
};

/** `yes`, or why not. */
const TABLE: Readonly<Record<keyof typeof STATES, Readonly<Record<CaseAuditCommand['type'], string>>>> = {
  'not selected': {
    SelectCase: 'yes',
    AllocateAuditor: 'not-found',
    StartAudit: 'not-found',
    GradeSection: 'not-found',
    RecordVoice: 'not-found',
    RecordPracticeDiscussion: 'not-found',
    GradeCase: 'not-found',
    RequireModeration: 'not-found',
    AllocateModerator: 'not-found',
    ModerateGrade: 'not-found',
    FinaliseAudit: 'not-found',
    RequestWithdrawal: 'not-found',
    ApproveWithdrawal: 'not-found',
  },
  selected: {
    SelectCase: 'already-selected',
    AllocateAuditor: 'yes',
    StartAudit: 'not-allocated',
    GradeSection: 'not-allocated',
    RecordVoice: 'not-allocated',
    RecordPracticeDiscussion: 'not-allocated',
    GradeCase: 'not-allocated',
    RequireModeration: 'not-allocated',
    AllocateModerator: 'not-allocated',
    ModerateGrade: 'not-allocated',
    FinaliseAudit: 'not-allocated',
    RequestWithdrawal: 'yes',
    ApproveWithdrawal: 'withdrawal-not-requested',
  },
  allocated: {
    SelectCase: 'already-selected',
    AllocateAuditor: 'already-allocated',
    StartAudit: 'yes',
    GradeSection: 'not-started',
    RecordVoice: 'not-started',
    RecordPracticeDiscussion: 'not-started',
    GradeCase: 'not-started',
    RequireModeration: 'not-started',
    AllocateModerator: 'not-started',
    ModerateGrade: 'not-started',
    FinaliseAudit: 'not-started',
    RequestWithdrawal: 'yes',
    ApproveWithdrawal: 'withdrawal-not-requested',
  },
  'in progress': {
    SelectCase: 'already-selected',
    AllocateAuditor: 'already-allocated',
    StartAudit: 'already-started',
    GradeSection: 'yes',
    RecordVoice: 'yes',
    RecordPracticeDiscussion: 'yes',
    GradeCase: 'incomplete',
    RequireModeration: 'not-graded',
    AllocateModerator: 'not-graded',
    ModerateGrade: 'not-graded',
    FinaliseAudit: 'not-graded',
    RequestWithdrawal: 'yes',
    ApproveWithdrawal: 'withdrawal-not-requested',
  },
  complete: {
    SelectCase: 'already-selected',
    AllocateAuditor: 'already-allocated',
    StartAudit: 'already-started',
    GradeSection: 'yes',
    RecordVoice: 'yes',
    RecordPracticeDiscussion: 'yes',
    GradeCase: 'yes',
    RequireModeration: 'not-graded',
    AllocateModerator: 'not-graded',
    ModerateGrade: 'not-graded',
    FinaliseAudit: 'not-graded',
    RequestWithdrawal: 'yes',
    ApproveWithdrawal: 'withdrawal-not-requested',
  },
  graded: {
    SelectCase: 'already-selected',
    AllocateAuditor: 'already-allocated',
    StartAudit: 'already-started',
    GradeSection: 'already-graded',
    RecordVoice: 'already-graded',
    RecordPracticeDiscussion: 'already-graded',
    GradeCase: 'already-graded',
    RequireModeration: 'yes',
    AllocateModerator: 'moderation-not-required',
    ModerateGrade: 'moderator-missing',
    FinaliseAudit: 'yes',
    RequestWithdrawal: 'yes',
    ApproveWithdrawal: 'withdrawal-not-requested',
  },
  'moderation required': {
    SelectCase: 'already-selected',
    AllocateAuditor: 'already-allocated',
    StartAudit: 'already-started',
    GradeSection: 'already-graded',
    RecordVoice: 'already-graded',
    RecordPracticeDiscussion: 'already-graded',
    GradeCase: 'already-graded',
    RequireModeration: 'moderation-already-required',
    AllocateModerator: 'yes',
    ModerateGrade: 'moderator-missing',
    FinaliseAudit: 'moderation-outstanding',
    RequestWithdrawal: 'yes',
    ApproveWithdrawal: 'withdrawal-not-requested',
  },
  'moderator allocated': {
    SelectCase: 'already-selected',
    AllocateAuditor: 'already-allocated',
    StartAudit: 'already-started',
    GradeSection: 'already-graded',
    RecordVoice: 'already-graded',
    RecordPracticeDiscussion: 'already-graded',
    GradeCase: 'already-graded',
    RequireModeration: 'moderation-already-required',
    AllocateModerator: 'already-allocated',
    ModerateGrade: 'yes',
    FinaliseAudit: 'moderation-outstanding',
    RequestWithdrawal: 'yes',
    ApproveWithdrawal: 'withdrawal-not-requested',
  },
  moderated: {
    SelectCase: 'already-selected',
    AllocateAuditor: 'already-allocated',
    StartAudit: 'already-started',
    GradeSection: 'already-graded',
    RecordVoice: 'already-graded',
    RecordPracticeDiscussion: 'already-graded',
    GradeCase: 'already-graded',
    RequireModeration: 'already-moderated',
    AllocateModerator: 'already-moderated',
    ModerateGrade: 'already-moderated',
    FinaliseAudit: 'yes',
    RequestWithdrawal: 'yes',
    ApproveWithdrawal: 'withdrawal-not-requested',
  },
  'withdrawal requested': {
    SelectCase: 'already-selected',
    AllocateAuditor: 'already-allocated',
    StartAudit: 'already-started',
    GradeSection: 'yes',
    RecordVoice: 'yes',
    RecordPracticeDiscussion: 'yes',
    GradeCase: 'yes',
    RequireModeration: 'not-graded',
    AllocateModerator: 'not-graded',
    ModerateGrade: 'not-graded',
    FinaliseAudit: 'not-graded',
    RequestWithdrawal: 'withdrawal-already-requested',
    ApproveWithdrawal: 'yes',
  },
  finalised: {
    SelectCase: 'already-selected',
    AllocateAuditor: 'already-finalised',
    StartAudit: 'already-finalised',
    GradeSection: 'already-finalised',
    RecordVoice: 'already-finalised',
    RecordPracticeDiscussion: 'already-finalised',
    GradeCase: 'already-finalised',
    RequireModeration: 'already-finalised',
    AllocateModerator: 'already-finalised',
    ModerateGrade: 'already-finalised',
    FinaliseAudit: 'already-finalised',
    RequestWithdrawal: 'already-finalised',
    ApproveWithdrawal: 'already-finalised',
  },
  withdrawn: {
    SelectCase: 'already-selected',
    AllocateAuditor: 'already-withdrawn',
    StartAudit: 'already-withdrawn',
    GradeSection: 'already-withdrawn',
    RecordVoice: 'already-withdrawn',
    RecordPracticeDiscussion: 'already-withdrawn',
    GradeCase: 'already-withdrawn',
    RequireModeration: 'already-withdrawn',
    AllocateModerator: 'already-withdrawn',
    ModerateGrade: 'already-withdrawn',
    FinaliseAudit: 'already-withdrawn',
    RequestWithdrawal: 'already-withdrawn',
    ApproveWithdrawal: 'already-withdrawn',
  },
};

const decided = (
  history: readonly CaseAuditEvent[],
  type: CaseAuditCommand['type'],
  told: Partial<CaseAuditContext> = {},
): string => {
  const [command, context] = COMMANDS[type];
  const decision = caseAudit.decide(command, auditAfter(...history), { ...context, ...told });
  return decision.ok ? 'yes' : decision.refusal.code;
};

const types = Object.keys(COMMANDS) as CaseAuditCommand['type'][];
const answers = (history: readonly CaseAuditEvent[], told: Partial<CaseAuditContext> = {}) =>
  Object.fromEntries(types.map((type) => [type, decided(history, type, told)]));

describe('What may be done with an audit', () => {
  it.each(Object.keys(STATES))('when it is %s', (state) => {
    expect(answers(STATES[state] ?? [])).toEqual(TABLE[state]);
  });

  it.each(Object.keys(STATES).slice(1))('is nothing once the cycle is closed, when it is %s', (state) => {
    const cycle = cycleAfter(PLANNED, IMPORTED, DRAWN, OPENED, CLOSED);
    const closed = Object.fromEntries(types.map((type) => [type, 'cycle-closed']));
    expect(answers(STATES[state] ?? [], { cycle })).toEqual({ ...closed, SelectCase: 'already-selected' });
  });

  it('is nothing while the cycle is not open', () => {
    const cycle = cycleAfter(PLANNED, IMPORTED, DRAWN);
    expect(decided([SELECTED], 'AllocateAuditor', { cycle })).toBe('cycle-not-open');
  });

  it('never begins with anything but a selection', () => {
    expect(() => auditAfter(ALLOCATED)).toThrow('AuditorAllocated before any case was selected');
  });
});
