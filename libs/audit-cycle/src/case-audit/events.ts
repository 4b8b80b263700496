import type { EventOf } from '../decider.js';
import type { Cohort } from '../vocabulary/cohort.js';
import type { IsoDate, Period } from '../vocabulary/dates.js';
import type { Grade, GradeScale } from '../vocabulary/grade.js';
import type { ChildId, CycleId, FamilyId, PersonId, TeamName, ToolId } from '../vocabulary/identifiers.js';
import type { VoiceMissingReason, VoiceOf } from '../vocabulary/voice.js';
import type { WithdrawalReason } from './withdrawal.js';

export type CaseAuditEvent =
  | EventOf<
      'CaseSelected',
      {
        cycle: CycleId;
        child: ChildId;
        cohort: Cohort;
        team: TeamName | null;
        worker: PersonId | null;
        family: FamilyId | null;
        /** Date that the population stood at: independence is judged from here on. */
        asAt: IsoDate;
        reviewed: Period;
        tool: { readonly id: ToolId; readonly version: number };
        stratum: string;
        drawIndex: number;
        probability: number;
        /** `replacement`: drawn after another case of the stratum was withdrawn. */
        by: 'draw' | 'replacement';
      }
    >
  | EventOf<'AuditorAllocated', { auditor: PersonId; due: IsoDate }>
  | EventOf<'AuditStarted', { auditor: PersonId }>
  | EventOf<'SectionGraded', { section: string; answer: SectionAnswer }, 'evidence'>
  | EventOf<
      'VoiceRecorded',
      { voice: VoiceOf; obtained: boolean; reasonCode: VoiceMissingReason | null },
      'text'
    >
  | EventOf<
      'PracticeDiscussionHeld',
      { held: boolean; on: IsoDate | null; with: readonly PersonId[]; reasonCode: string | null },
      'notes'
    >
  | EventOf<
      'CaseGraded',
      {
        grade: Grade;
        scale: GradeScale;
        auditor: PersonId;
        strengths: readonly string[];
        development: readonly string[];
        actionsSet: number;
        noActionReason: string | null;
      },
      'rationale' | 'strengths' | 'development' | 'noAction'
    >
  | EventOf<'ModerationRequired', { rule: ModerationRule }, 'reason'>
  | EventOf<'ModeratorAllocated', { moderator: PersonId; due: IsoDate }>
  | EventOf<
      'GradeModerated',
      {
        moderator: PersonId;
        outcome: 'upheld' | 'changed';
        from: Grade;
        to: Grade;
        manner: 'blind' | 'seen';
        reasonCode: string | null;
      },
      'reason'
    >
  | EventOf<'AuditFinalised', { grade: Grade; scale: GradeScale; lineage: GradeLineage }>
  | EventOf<
      'WithdrawalRequested',
      { requestedBy: PersonId; reasonCode: WithdrawalReason; replace: boolean },
      'reason'
    >
  | EventOf<
      'AuditWithdrawn',
      {
        reasonCode: WithdrawalReason;
        requestedBy: PersonId;
        /** Somebody outside the service, once any section had been graded; null before that and for a child who died. */
        approvedBy: PersonId | null;
        afterGrading: boolean;
        replace: boolean;
      },
      'reason'
    >
  | EventOf<'LegalHoldSet', { reasonCode: 'child-died' }>;

export type SectionAnswer =
  | { readonly kind: 'grade'; readonly grade: Grade }
  | { readonly kind: 'choice'; readonly choice: string }
  | { readonly kind: 'not-applicable'; readonly reasonCode: string };

/** `requested`: a named person asked for it. `grade`: the policy moderates every audit of this grade. */
export type ModerationRule = 'requested' | 'grade';

/** The grades an audit went through, side by side; none replaces another. */
export interface GradeLineage {
  readonly submitted: Grade;
  readonly moderated: Grade | null;
}

export type CaseSelected = Extract<CaseAuditEvent, { type: 'CaseSelected' }>;
export type AuditWithdrawn = Extract<CaseAuditEvent, { type: 'AuditWithdrawn' }>;
