import type { IsoDate, Period } from '../vocabulary/dates.js';
import type { Grade } from '../vocabulary/grade.js';
import type { AuditId, ChildId, PersonId, TeamName } from '../vocabulary/identifiers.js';
import type { RoundOpened } from './events.js';
import type { AuditQuality, RoundOpinion } from './judgement.js';

export type ReviewRoundCommand =
  | OpenRound
  | SampleAudits
  | AdmitReviewer
  | WithdrawReviewer
  | AllocateReview
  | CommitBlindGrade
  | CompareGrades
  | JudgeAuditQuality
  | ConcludeRound;

/** Freezes the audits that became final in the half-year; the list of them comes by the context. */
export interface OpenRound {
  readonly type: 'OpenRound';
  readonly halfYear: Period;
  /** Where another round has months in common with these: that it is the one replaced, and why. */
  readonly replaces?: NonNullable<RoundOpened['facts']['replaces']>;
  readonly panel: RoundOpened['facts']['panel'];
  readonly sampleSize: number;
  readonly whyCode: string;
  readonly why?: string;
}

/** Without a seed the server makes one, after the list is frozen. */
export interface SampleAudits {
  readonly type: 'SampleAudits';
  readonly seed?: string;
}

/** Given again it corrects days and declarations. */
export interface AdmitReviewer {
  readonly type: 'AdmitReviewer';
  readonly reviewer: PersonId;
  readonly from: IsoDate;
  readonly until: IsoDate;
  readonly pastEmployment: boolean;
  readonly pastTeams: readonly TeamName[];
  readonly personalKnowledge: readonly ChildId[];
  readonly checks: readonly string[];
}

export interface WithdrawReviewer {
  readonly type: 'WithdrawReviewer';
  readonly reviewer: PersonId;
  readonly reasonCode: string;
  readonly reason?: string;
}

/** May be given again, for another reviewer, until the case is graded. */
export interface AllocateReview {
  readonly type: 'AllocateReview';
  readonly audit: AuditId;
  readonly reviewer: PersonId;
}

export interface CommitBlindGrade {
  readonly type: 'CommitBlindGrade';
  readonly audit: AuditId;
  readonly grade: Grade;
  readonly sections: readonly { readonly section: string; readonly grade: Grade }[];
  readonly rationale: string;
}

/** Sent by the process that follows the commits, never by a person. */
export interface CompareGrades {
  readonly type: 'CompareGrades';
  readonly audit: AuditId;
}

export interface JudgeAuditQuality {
  readonly type: 'JudgeAuditQuality';
  readonly audit: AuditId;
  readonly quality: AuditQuality;
  readonly aspects: readonly string[];
  readonly notes?: string;
}

/** Audits that nobody compared or judged are left with a reason. */
export interface ConcludeRound {
  readonly type: 'ConcludeRound';
  readonly opinion: RoundOpinion;
  /** The reviewer whose opinion it is; left out where they record it themselves. */
  readonly givenBy?: PersonId;
  readonly text: string;
  readonly notReviewedCode?: string;
}
