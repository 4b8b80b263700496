import type { EventOf } from '../decider.js';
import type { Cohort } from '../vocabulary/cohort.js';
import type { IsoDate, Period } from '../vocabulary/dates.js';
import type { Grade, GradeScale } from '../vocabulary/grade.js';
import type { ChildId, CycleId, FamilyId, PersonId, TeamName, ToolId } from '../vocabulary/identifiers.js';
import type { VoiceMissingReason, VoiceOf } from '../vocabulary/voice.js';
import type { WithdrawalReason } from './withdrawal.js';

/** The audit of one case, from the draw that chose it to its final grade or its withdrawal. */
export type CaseAuditEvent =
  /** The draw of a cycle brought this case into it. */
  | EventOf<
      'CaseSelected',
      {
        cycle: CycleId;
        child: ChildId;
        cohort: Cohort;
        /** The team that was responsible; null where the list names none. */
        team: TeamName | null;
        /** The child's worker; null where nobody of the directory was matched. */
        worker: PersonId | null;
        /** The child's family; null where the list names none. */
        family: FamilyId | null;
        /** Date that the population stood at: independence is judged from here on. */
        asAt: IsoDate;
        /** The work that is graded. */
        reviewed: Period;
        /** What the audit is done with. */
        tool: {
          readonly id: ToolId;
          /** Published version of the tool. */
          readonly version: number;
        };
        /** The part of the frame that the case was drawn from. */
        stratum: string;
        /** The case, as its index in the frame. */
        drawIndex: number;
        /** Of being drawn; 0 to 1. */
        probability: number;
        /** `replacement`: drawn after another case of the stratum was withdrawn. */
        by: 'draw' | 'replacement';
      }
    >
  /** Somebody is to audit the case. */
  | EventOf<
      'AuditorAllocated',
      {
        /** Who audits. */
        auditor: PersonId;
        /** The day by which the case is to be graded. */
        due: IsoDate;
      }
    >
  /** The auditor began. */
  | EventOf<
      'AuditStarted',
      {
        /** Who audits. */
        auditor: PersonId;
      }
    >
  /** A section of the tool was answered. A later answer to the same section counts instead. */
  | EventOf<
      'SectionGraded',
      {
        /** Code of the section. */
        section: string;
        /** A grade, one of the section's options, or why the section does not apply. */
        answer: SectionAnswer;
      },
      /** What in the record the answer rests on. */
      'evidence'
    >
  /** Somebody's view of the work was heard, or it is said why it was not. */
  | EventOf<
      'VoiceRecorded',
      {
        voice: VoiceOf;
        /** Whether it was heard. */
        obtained: boolean;
        /** Why it was not; null where it was. */
        reasonCode: VoiceMissingReason | null;
      },
      /** What was said. */
      'text'
    >
  /** The case was talked through with those who work on it, or it is said why it was not. */
  | EventOf<
      'PracticeDiscussionHeld',
      {
        /** Whether it took place. */
        held: boolean;
        /** The day; null where it did not take place. */
        on: IsoDate | null;
        /** Who took part besides the auditor. */
        with: readonly PersonId[];
        /** Why it did not take place, as a code; null where it did. */
        reasonCode: string | null;
      },
      /** What came of it. */
      'notes'
    >
  /** The auditor submitted the grade of the case as a whole. It stays on the record whatever follows. */
  | EventOf<
      'CaseGraded',
      {
        grade: Grade;
        scale: GradeScale;
        /** Who graded. */
        auditor: PersonId;
        /** Codes of the tool's themes in which the work was strong. */
        strengths: readonly string[];
        /** Codes of the tool's themes in which the work has to develop. */
        development: readonly string[];
        /** Improvement actions that the audit had set by then. */
        actionsSet: number;
        /** Why no action is needed, as a code; null where actions were set. */
        noActionReason: string | null;
      },
      /** Why the case has this grade. */
      | 'rationale'
      /** What was strong. */
      | 'strengths'
      /** What has to develop. */
      | 'development'
      /** Why no action is needed. */
      | 'noAction'
    >
  /** The case cannot be finalised before its grade is moderated. */
  | EventOf<
      'ModerationRequired',
      { rule: ModerationRule },
      /** Why somebody asked for it. */
      'reason'
    >
  /** Somebody other than the auditor is to moderate the grade. */
  | EventOf<
      'ModeratorAllocated',
      {
        /** Who moderates. */
        moderator: PersonId;
        /** The day by which the grade is to be moderated. */
        due: IsoDate;
      }
    >
  /** The moderator upheld the auditor's grade, or changed it; both grades stay on the record. */
  | EventOf<
      'GradeModerated',
      {
        /** Who moderated. */
        moderator: PersonId;
        /** Whether the two grades are the same. */
        outcome: 'upheld' | 'changed';
        /** The auditor's grade. */
        from: Grade;
        /** The moderator's grade. */
        to: Grade;
        /** `blind`: the moderator graded before seeing the auditor's grade. */
        manner: 'blind' | 'seen';
        /** Why the grade was changed, as a code; an upheld grade may have one too. */
        reasonCode: string | null;
      },
      /** Why, in words. */
      'reason'
    >
  /** The audit is done: this is its grade. */
  | EventOf<
      'AuditFinalised',
      {
        /** The grade that stands. */
        grade: Grade;
        scale: GradeScale;
        lineage: GradeLineage;
      }
    >
  /** Somebody asked to take the audit out of its cycle after a section had been graded, which another person has to approve. */
  | EventOf<
      'WithdrawalRequested',
      {
        /** Who asked. */
        requestedBy: PersonId;
        reasonCode: WithdrawalReason;
        /** Whether another case is to be drawn in its place. */
        replace: boolean;
      },
      /** Why, in words. */
      'reason'
    >
  /** The audit was taken out of its cycle. */
  | EventOf<
      'AuditWithdrawn',
      {
        reasonCode: WithdrawalReason;
        /** Who asked. */
        requestedBy: PersonId;
        /** Somebody outside the service, once any section had been graded; null before that and for a child who died. */
        approvedBy: PersonId | null;
        /** Whether any section had been graded. */
        afterGrading: boolean;
        /** Whether another case is to be drawn in its place. */
        replace: boolean;
      },
      /** Why, in words. */
      'reason'
    >
  /** The record of this audit is to be kept. */
  | EventOf<
      'LegalHoldSet',
      {
        /** Why: the child died. */
        reasonCode: 'child-died';
      }
    >;

/** What a section was answered with. */
export type SectionAnswer =
  | { readonly kind: 'grade'; readonly grade: Grade }
  | {
      readonly kind: 'choice';
      /** Code of one of the section's options. */
      readonly choice: string;
    }
  | {
      readonly kind: 'not-applicable';
      /** Why the section does not apply, as a code. */
      readonly reasonCode: string;
    };

/** `requested`: a named person asked for it. `grade`: the policy moderates every audit of this grade. */
export type ModerationRule = 'requested' | 'grade';

/** The grades an audit went through, side by side; none replaces another. */
export interface GradeLineage {
  /** The auditor's grade. */
  readonly submitted: Grade;
  /** The moderator's grade; null where nobody moderated. */
  readonly moderated: Grade | null;
}

export type CaseSelected = Extract<CaseAuditEvent, { type: 'CaseSelected' }>;
export type AuditWithdrawn = Extract<CaseAuditEvent, { type: 'AuditWithdrawn' }>;
