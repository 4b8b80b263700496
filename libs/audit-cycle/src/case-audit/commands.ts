import type { IsoDate } from '../vocabulary/dates.js';
import type { Grade } from '../vocabulary/grade.js';
import type { PersonId } from '../vocabulary/identifiers.js';
import type { VoiceMissingReason, VoiceOf } from '../vocabulary/voice.js';
import type { CaseSelected, SectionAnswer } from './events.js';

export type CaseAuditCommand =
  | SelectCase
  | AllocateAuditor
  | StartAudit
  | GradeSection
  | RecordVoice
  | RecordPracticeDiscussion
  | GradeCase
  | RequireModeration
  | AllocateModerator
  | ModerateGrade
  | FinaliseAudit
  | RequestWithdrawal
  | ApproveWithdrawal;

/** Sent by the process that follows the cycle, never by a person. */
export interface SelectCase {
  readonly type: 'SelectCase';
  readonly facts: CaseSelected['facts'];
}

export interface AllocateAuditor {
  readonly type: 'AllocateAuditor';
  readonly auditor: PersonId;
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
}

/** Obtained: with its text. Not obtained: with the reason. */
export interface RecordVoice {
  readonly type: 'RecordVoice';
  readonly voice: VoiceOf;
  readonly obtained: boolean;
  readonly reasonCode?: VoiceMissingReason;
  readonly text?: string;
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
}

export interface RequireModeration {
  readonly type: 'RequireModeration';
  readonly reason?: string;
}

export interface AllocateModerator {
  readonly type: 'AllocateModerator';
  readonly moderator: PersonId;
}

/** The same grade upholds; another grade changes it and needs both parts of a reason. */
export interface ModerateGrade {
  readonly type: 'ModerateGrade';
  readonly grade: Grade;
  readonly manner: 'blind' | 'seen';
  readonly reasonCode?: string;
  readonly reason?: string;
}

export interface FinaliseAudit {
  readonly type: 'FinaliseAudit';
}

/** `reasonCode` is open here so that a reason that does not count is answered with why. A child who died is never replaced. */
export interface RequestWithdrawal {
  readonly type: 'RequestWithdrawal';
  readonly reasonCode: string;
  readonly reason?: string;
  readonly replace: boolean;
}

export interface ApproveWithdrawal {
  readonly type: 'ApproveWithdrawal';
}
