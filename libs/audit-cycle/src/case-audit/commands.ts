import type { Relationship } from '../person/events.js';
import type { IsoDate } from '../vocabulary/dates.js';
import type { Grade } from '../vocabulary/grade.js';
import type { PersonId } from '../vocabulary/identifiers.js';
import type { VoiceMissingReason, VoiceOf } from '../vocabulary/voice.js';
import type { Accuracy, CaseSelected, CommentRole, CorrectableField, SectionAnswer } from './events.js';

export type CaseAuditCommand =
  | SelectCase
  | AllocateAuditor
  | ReplaceAuditor
  | ExtendAuditDeadline
  | DeclareConflict
  | StartAudit
  | GradeSection
  | RecordVoice
  | RecordPracticeDiscussion
  | RaiseImmediateRisk
  | GradeCase
  | RequireModeration
  | AllocateModerator
  | ReplaceModerator
  | ModerateGrade
  | RecordModerationDiscussion
  | RecordMissedModeration
  | ReturnAudit
  | DisputeGrade
  | SettleGrade
  | CommentOnAccuracy
  | FinaliseAudit
  | GiveFeedback
  | CorrectSelection
  | RequestWithdrawal
  | ApproveWithdrawal
  | DeclineWithdrawal
  | SetLegalHold
  | ReleaseLegalHold;

/** Why something is done that needs both a code and words. */
interface Reasoned {
  readonly reasonCode: string;
  readonly reason: string;
}

/** Sent by the process that follows the cycle, never by a person. */
export interface SelectCase {
  readonly type: 'SelectCase';
  readonly facts: CaseSelected['facts'];
}

export interface AllocateAuditor {
  readonly type: 'AllocateAuditor';
  readonly auditor: PersonId;
  /** By hand unless given. */
  readonly how?: 'by-hand' | 'suggested';
}

/** Until the case is graded; also after a conflict took the case from its auditor. */
export interface ReplaceAuditor extends Reasoned {
  readonly type: 'ReplaceAuditor';
  readonly auditor: PersonId;
}

export interface ExtendAuditDeadline extends Reasoned {
  readonly type: 'ExtendAuditDeadline';
  readonly to: IsoDate;
}

/** By the auditor or moderator of themselves; `person` is named by the process alone, which carries on a registered conflict. */
export interface DeclareConflict {
  readonly type: 'DeclareConflict';
  readonly person?: PersonId;
  readonly relationship: Relationship;
  readonly explanation?: string;
}

export interface StartAudit {
  readonly type: 'StartAudit';
}

/** May be given again until the case is graded; the later answer counts. */
export interface GradeSection {
  readonly type: 'GradeSection';
  readonly section: string;
  readonly answer: SectionAnswer;
  readonly evidence?: string;
  /** The answer in words, for a section of that kind and for no other. */
  readonly text?: string;
}

/** Obtained: with its text. Not obtained: with the reason. */
export interface RecordVoice {
  readonly type: 'RecordVoice';
  readonly voice: VoiceOf;
  readonly obtained: boolean;
  readonly reasonCode?: VoiceMissingReason;
  readonly text?: string;
  /** Only of somebody who was heard. */
  readonly consentToQuote?: boolean;
}

/** Held: on a day and with somebody. Not held: with the reason. */
export interface RecordPracticeDiscussion {
  readonly type: 'RecordPracticeDiscussion';
  readonly held: boolean;
  readonly on?: IsoDate;
  readonly with: readonly PersonId[];
  readonly reasonCode?: string;
  readonly notes?: string;
}

/** An allegation about staff is passed on and not described: `referredOnly` with no concern. Everything else is described. */
export interface RaiseImmediateRisk {
  readonly type: 'RaiseImmediateRisk';
  readonly risk: string;
  readonly escalateTo: PersonId;
  readonly referredOnly: boolean;
  readonly concern?: string;
}

export interface GradeCase {
  readonly type: 'GradeCase';
  readonly grade: Grade;
  readonly rationale: string;
  /** Codes of the tool's themes. */
  readonly strengths: readonly string[];
  readonly development: readonly string[];
  readonly strengthsText?: string;
  readonly developmentText?: string;
  /** Why no action is needed; only where none is set. */
  readonly noActionReason?: string;
  readonly noActionText?: string;
  /** Why the grade is better than the inadequate key sections allow; only where it is. */
  readonly limitReasonCode?: string;
  readonly limitReason?: string;
}

export interface RequireModeration {
  readonly type: 'RequireModeration';
  readonly reason?: string;
}

export interface AllocateModerator {
  readonly type: 'AllocateModerator';
  readonly moderator: PersonId;
  /** As the cycle's policy says unless given. */
  readonly manner?: 'blind' | 'seen';
}

export interface ReplaceModerator extends Reasoned {
  readonly type: 'ReplaceModerator';
  readonly moderator: PersonId;
}

/** The same grade upholds; another grade changes it and needs both parts of a reason. */
export interface ModerateGrade {
  readonly type: 'ModerateGrade';
  readonly grade: Grade;
  readonly manner: 'blind' | 'seen';
  readonly reasonCode?: string;
  readonly reason?: string;
  /** The sections that the moderator grades otherwise; none unless given. */
  readonly sections?: readonly {
    readonly section: string;
    readonly grade: Grade;
    readonly reasonCode: string;
  }[];
}

export interface RecordModerationDiscussion {
  readonly type: 'RecordModerationDiscussion';
  readonly on: IsoDate;
  readonly with: readonly PersonId[];
  readonly notes?: string;
}

export interface RecordMissedModeration extends Reasoned {
  readonly type: 'RecordMissedModeration';
}

export interface ReturnAudit extends Reasoned {
  readonly type: 'ReturnAudit';
}

export interface DisputeGrade {
  readonly type: 'DisputeGrade';
  /** The grade that the auditor holds to be right. */
  readonly grade: Grade;
  readonly reason: string;
}

export interface SettleGrade extends Reasoned {
  readonly type: 'SettleGrade';
  readonly panel: readonly PersonId[];
  readonly grade: Grade;
}

export interface CommentOnAccuracy {
  readonly type: 'CommentOnAccuracy';
  readonly role: CommentRole;
  readonly accurate: Accuracy;
  readonly comment?: string;
}

export interface FinaliseAudit {
  readonly type: 'FinaliseAudit';
}

export interface GiveFeedback {
  readonly type: 'GiveFeedback';
  readonly to: readonly PersonId[];
  readonly on: IsoDate;
  readonly notes?: string;
}

/** `to` null: there is none. A case always has a cohort. */
export interface CorrectSelection extends Reasoned {
  readonly type: 'CorrectSelection';
  readonly field: CorrectableField;
  readonly to: string | null;
}

/**
 * `reasonCode` is open here so that a reason that does not count is answered with why; what was declined before is asked for again in
 * words. A child who died is never replaced.
 */
export interface RequestWithdrawal {
  readonly type: 'RequestWithdrawal';
  readonly reasonCode: string;
  readonly reason?: string;
  readonly replace: boolean;
}

export interface ApproveWithdrawal {
  readonly type: 'ApproveWithdrawal';
}

/** By those who could approve it; the audit then goes on where it was. */
export interface DeclineWithdrawal extends Reasoned {
  readonly type: 'DeclineWithdrawal';
}

export interface SetLegalHold {
  readonly type: 'SetLegalHold';
  readonly reasonCode: string;
  readonly reason?: string;
}

export interface ReleaseLegalHold extends Reasoned {
  readonly type: 'ReleaseLegalHold';
}
