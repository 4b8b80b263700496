import { ACTION_STATUSES, AUDIT_WAY, type AuditStep } from '#audit-cycle';
import { commandsOf, MODEL_KINDS, type ModelKind } from './offers.js';

const from = (first: AuditStep, last: AuditStep = first): readonly string[] =>
  AUDIT_WAY.slice(AUDIT_WAY.indexOf(first), AUDIT_WAY.indexOf(last) + 1);
const any = (...statuses: readonly string[]): readonly string[] => statuses;

/** The steps of a measure that is defined: `offers.ts` tells them apart. */
const DEFINED = any('defined', 'reported', 'review-requested');

const STATUSES: Readonly<Record<ModelKind, readonly string[]>> = {
  'case-audit': ['not-selected', ...AUDIT_WAY, 'withdrawn'],
  'improvement-action': ['not-set', ...ACTION_STATUSES],
  escalation: ['not-opened', 'open', 'acknowledged', 'resolved'],
  're-audit': ['not-selected', 'selected', 'allocated', 're-audited', 'withdrawn'],
  cycle: ['not-planned', 'planned', 'drawn', 'open', 'closed'],
  'review-round': ['not-opened', 'opened', 'sampled', 'concluded'],
  'calibration-session': ['not-opened', 'grading', 'revealed', 'discussed'],
  person: ['nobody', 'here', 'left'],
  measure: ['not-defined', ...DEFINED],
};

const UNFINISHED = any('open', 'reported-done', 'verified-done', 'verified-partly', 'verified-not-done');

/** In which states a command may be accepted, said once more and apart from the deciders. */
const MAY: Readonly<Record<ModelKind, Readonly<Record<string, readonly string[]>>>> = {
  'case-audit': {
    SelectCase: any('not-selected'),
    AllocateAuditor: any('selected', 'in-progress'),
    ReplaceAuditor: from('allocated', 'in-progress'),
    ExtendAuditDeadline: from('allocated', 'in-progress'),
    DeclareConflict: from('allocated', 'graded'),
    StartAudit: from('allocated'),
    GradeSection: from('in-progress'),
    RecordVoice: from('in-progress'),
    RecordPracticeDiscussion: from('in-progress'),
    RaiseImmediateRisk: from('selected', 'finalised'),
    GradeCase: from('in-progress'),
    RequireModeration: from('graded'),
    AllocateModerator: from('graded'),
    ReplaceModerator: from('graded'),
    ModerateGrade: from('graded'),
    RecordModerationDiscussion: from('graded', 'settled'),
    RecordMissedModeration: from('graded'),
    ReturnAudit: any('graded', 'moderated', 'settled'),
    DisputeGrade: from('moderated'),
    SettleGrade: from('disputed'),
    CommentOnAccuracy: from('graded', 'finalised'),
    FinaliseAudit: any('graded', 'moderated', 'settled'),
    GiveFeedback: from('finalised'),
    CorrectSelection: from('selected', 'finalised'),
    RequestWithdrawal: from('selected', 'settled'),
    ApproveWithdrawal: from('in-progress', 'settled'),
    DeclineWithdrawal: from('in-progress', 'settled'),
    SetLegalHold: any(...AUDIT_WAY, 'withdrawn'),
    ReleaseLegalHold: any(...AUDIT_WAY, 'withdrawn'),
  },
  'improvement-action': {
    SetAction: any('not-set'),
    SetActionFromSurgery: any('not-set'),
    LinkAction: UNFINISHED,
    AcceptAction: any('open'),
    ReassignAction: any('open'),
    MoveDueDate: any('open'),
    RecordOnChildRecord: UNFINISHED,
    DiscussInSupervision: UNFINISHED,
    NoteProgress: any('open'),
    ReportDone: any('open'),
    ReopenAction: any('reported-done', 'verified-partly', 'verified-not-done'),
    VerifyAction: any('open', 'reported-done'),
    JudgeImpact: any('verified-done', 'verified-partly'),
    CancelAction: any('open'),
  },
  escalation: {
    OpenEscalation: any('not-opened'),
    AcknowledgeEscalation: any('open'),
    ReassignEscalation: any('open', 'acknowledged'),
    ResolveEscalation: any('open', 'acknowledged'),
  },
  're-audit': {
    SelectForReAudit: any('not-selected'),
    AllocateReAuditor: any('selected'),
    ReplaceReAuditor: any('allocated'),
    CheckAction: any('allocated'),
    GradeReAudit: any('allocated'),
    WithdrawReAudit: any('selected', 'allocated'),
  },
  cycle: {
    PlanCycle: any('not-planned'),
    ImportPopulation: any('planned'),
    AddChildren: any('planned'),
    DrawSample: any('planned', 'drawn'),
    OpenCycle: any('drawn'),
    ExtendDeadline: any('planned', 'drawn', 'open'),
    DrawReplacement: any('open'),
    CloseCycle: any('open'),
    PublishFindings: any('closed'),
    ShareLearning: any('open', 'closed'),
    DrawReAudits: any('open', 'closed'),
  },
  'review-round': {
    OpenRound: any('not-opened'),
    SampleAudits: any('opened'),
    AdmitReviewer: any('opened', 'sampled'),
    WithdrawReviewer: any('opened', 'sampled'),
    AllocateReview: any('sampled'),
    CommitBlindGrade: any('sampled'),
    CompareGrades: any('sampled'),
    JudgeAuditQuality: any('sampled', 'concluded'),
    ConcludeRound: any('sampled'),
  },
  'calibration-session': {
    OpenSession: any('not-opened'),
    CommitCalibrationGrade: any('grading'),
    RevealGrades: any('grading'),
    RecordCalibrationDiscussion: any('revealed'),
    ApproveCalibrated: any('discussed'),
  },
  person: {
    Join: any('nobody', 'left'),
    GiveRoles: any('here'),
    RecordTeamMembership: any('here'),
    RecordLineManager: any('here'),
    RegisterConflict: any('here'),
    ApproveAuditor: any('here'),
    SetCapacity: any('here'),
    RecordAbsence: any('here'),
    CancelAbsence: any('here'),
    SetAgencyEndDate: any('here'),
    GiveClearance: any('here'),
    WithdrawClearance: any('here'),
    Leave: any('here'),
  },
  measure: {
    DefineMeasure: any('not-defined'),
    RedefineMeasure: DEFINED,
    SetTargets: DEFINED,
    ReportMeasure: DEFINED,
    RequestReview: any('defined', 'reported'),
    HoldSurgery: any('reported', 'review-requested'),
  },
};

/** Commands that the product gives itself, so that whoever asks is refused; and the event that shows that it was given. */
export const BY_THE_PRODUCT: Readonly<Record<string, string>> = {
  CaseSelected: 'SelectCase',
  EscalationOpened: 'OpenEscalation',
  ReplacementDrawn: 'DrawReplacement',
  GradesCompared: 'CompareGrades',
};

export const mayBeAccepted = (kind: ModelKind, status: string, command: string): boolean =>
  MAY[kind][command]?.includes(status) ?? false;

export const acceptedIn = (kind: ModelKind, status: string): readonly string[] =>
  commandsOf(kind).filter((command) => mayBeAccepted(kind, status, command));

export type Outcome = 'accepted' | 'refused';
export const cell = (kind: ModelKind, status: string, command: string, outcome: Outcome): string =>
  `${kind} ${status} ${command} ${outcome}`;

/** Takes a settled grade, and then a correction or a tie of one of its judges: too seldom to ask for it of every play. */
const SELDOM = cell('case-audit', 'settled', 'ReturnAudit', 'accepted');

/** Every cell of state and command that a long play meets: refused everywhere, and accepted where it may be. */
export const EVERY_CELL: readonly string[] = MODEL_KINDS.flatMap((kind) =>
  STATUSES[kind].flatMap((status) =>
    commandsOf(kind).flatMap((command) => [
      cell(kind, status, command, 'refused'),
      ...(mayBeAccepted(kind, status, command) ? [cell(kind, status, command, 'accepted')] : []),
    ]),
  ),
).filter((one) => one !== SELDOM);
