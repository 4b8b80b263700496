import type { IsoDate } from '../vocabulary/dates.js';
import type { Grade } from '../vocabulary/grade.js';
import type { ChildId, PersonId, ToolId } from '../vocabulary/identifiers.js';

export type CalibrationSessionCommand =
  OpenSession | CommitCalibrationGrade | RevealGrades | RecordCalibrationDiscussion | ApproveCalibrated;

export interface OpenSession {
  readonly type: 'OpenSession';
  readonly title: string;
  readonly record: ChildId;
  readonly tool: { readonly id: ToolId; readonly version: number };
  readonly participants: readonly PersonId[];
  readonly leader: PersonId;
}

/** Once, by each participant; the last one reveals all grades. */
export interface CommitCalibrationGrade {
  readonly type: 'CommitCalibrationGrade';
  readonly grade: Grade;
  readonly sections: readonly { readonly section: string; readonly grade: Grade }[];
  readonly rationale: string;
}

/** By the leader, who waits no longer for grades that are missing. */
export interface RevealGrades {
  readonly type: 'RevealGrades';
}

export interface RecordCalibrationDiscussion {
  readonly type: 'RecordCalibrationDiscussion';
  readonly on: IsoDate;
  readonly agreedGrade: Grade | null;
  readonly notes?: string;
}

export interface ApproveCalibrated {
  readonly type: 'ApproveCalibrated';
  readonly person: PersonId;
}
