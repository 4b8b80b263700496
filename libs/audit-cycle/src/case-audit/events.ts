import type { EventOf } from '../decider.js';
import type { Relationship } from '../person/events.js';
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
        /** Who allocated. */
        allocatedBy: PersonId;
        /** `suggested`: somebody took up what the product proposed. */
        how: 'by-hand' | 'suggested';
      }
    >
  /** The auditor or the moderator is tied to the case after all, which takes it from them. What was answered stays. */
  | EventOf<
      'ConflictDeclared',
      {
        /** Who is tied to it. */
        person: PersonId;
        /** What the person was to the case. */
        as: 'auditor' | 'moderator';
        relationship: Relationship;
      },
      /** The tie in words. */
      'explanation'
    >
  /** Somebody else is to audit the case; what was answered so far stays. */
  | EventOf<
      'AuditorReplaced',
      {
        /** Who had it; null where a conflict had taken it from them already. */
        from: PersonId | null;
        /** Who audits from now on. */
        to: PersonId;
        /** The day by which the case is to be graded now. */
        due: IsoDate;
        /** Why, as a code; `conflict-declared` where the case was allocated anew after a conflict. */
        reasonCode: string;
      },
      /** Why, in words. */
      'reason'
    >
  /** The auditor has longer. */
  | EventOf<
      'AuditDeadlineExtended',
      {
        /** The day by which the case was to be graded. */
        from: IsoDate;
        /** The day by which it is to be graded now. */
        to: IsoDate;
        /** Why, as a code. */
        reasonCode: string;
        /** Who allowed it. */
        by: PersonId;
      },
      /** Why, in words. */
      'reason'
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
        /** A grade, one of the section's options, yes or no, a date, or why the section does not apply; an answer in words is narrative. */
        answer: SectionAnswer;
      },
      /** What in the record the answer rests on. */
      | 'evidence'
      /** The answer, where the section is answered in words. */
      | 'text'
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
        /** Whether their words may be quoted; null where nobody was heard, or nobody asked. */
        consentToQuote: boolean | null;
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
  /** Somebody saw that a child may not be safe now. Another person has to act, and the audit goes on meanwhile. */
  | EventOf<
      'ImmediateRiskRaised',
      {
        /** What kind of risk, as a code. */
        risk: string;
        /** Who saw it. */
        by: PersonId;
        /** An allegation about staff was passed on: nothing more is recorded here, and the team does not see it. */
        referredOnly: boolean;
        /** Who has to act. */
        escalateTo: PersonId;
      },
      /** What was seen. */
      'concern'
    >
  /** The auditor submitted the grade of the case as a whole. It stays on the record whatever follows. */
  | EventOf<
      'CaseGraded',
      {
        grade: Grade;
        scale: GradeScale;
        /** Who graded. */
        auditor: PersonId;
        /** Counts the grades that were submitted, from 1: more than one after a return. */
        attempt: number;
        /** Codes of the key sections that were inadequate and so limit the grade. */
        limitedBy: readonly string[];
        /** Why the grade is better than they allow, as a code; null where it is not. */
        limitReasonCode: string | null;
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
      /** Why the grade is better than the key sections allow. */
      | 'limitReason'
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
        /** How it is to be done. `blind`: before the auditor's grade is seen. */
        manner: 'blind' | 'seen';
      }
    >
  /** Somebody else is to moderate the grade. */
  | EventOf<
      'ModeratorReplaced',
      {
        /** Who had it. */
        from: PersonId;
        /** Who moderates from now on. */
        to: PersonId;
        /** The day by which the grade is to be moderated now. */
        due: IsoDate;
        /** How it is to be done, as it was asked for before. `blind`: before the auditor's grade is seen. */
        manner: 'blind' | 'seen';
        /** Why, as a code. */
        reasonCode: string;
      },
      /** Why, in words. */
      'reason'
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
        /** How it was done. `blind`: the moderator graded before seeing the auditor's grade. */
        manner: 'blind' | 'seen';
        /** Why the grade was changed, goes above what key sections allow or was not moderated as asked, as a code; otherwise it may be null. */
        reasonCode: string | null;
        /** The sections whose grades the moderator changed; the auditor's answers stay beside them. */
        sections: readonly ModeratedSection[];
        /** The last day on which the auditor may dispute it. */
        disputeUntil: IsoDate;
      },
      /** Why, in words. */
      'reason'
    >
  /** Auditor and moderator talked the grade through. */
  | EventOf<
      'ModerationDiscussionHeld',
      {
        /** The day. */
        on: IsoDate;
        /** Who took part besides whoever records it. */
        with: readonly PersonId[];
      },
      /** What came of it. */
      'notes'
    >
  /** A moderation that a rule asked for did not take place. It is an exception: the audit is still not final without it. */
  | EventOf<
      'ModerationMissed',
      {
        /** Why, as a code. */
        reasonCode: string;
        /** Who says so. */
        by: PersonId;
      },
      /** Why, in words. */
      'reason'
    >
  /** The audit went back to its auditor. The grade that it had stays on the record. */
  | EventOf<
      'AuditReturned',
      {
        /** Who returned it. */
        by: PersonId;
        /** Why, as a code. */
        reasonCode: string;
        /** The grade that stood. */
        grade: Grade;
        /** Which of the submitted grades was returned; counts from 1. */
        attempt: number;
      },
      /** Why, in words. */
      'reason'
    >
  /** The auditor does not agree with the moderated grade. A panel has to settle it. */
  | EventOf<
      'GradeDisputed',
      {
        /** The auditor. */
        by: PersonId;
        /** The grade that the auditor holds to be right. */
        wanted: Grade;
        /** The day by which it is to be settled. */
        due: IsoDate;
      },
      /** Why, in words. */
      'reason'
    >
  /** A panel settled the grade. The grades before it stay on the record. */
  | EventOf<
      'GradeSettled',
      {
        /** Who decided; nobody of them graded or moderated the case. */
        panel: readonly PersonId[];
        /** The moderated grade. */
        from: Grade;
        /** The settled grade. */
        grade: Grade;
        /** Why, as a code. */
        reasonCode: string;
      },
      /** Why, in words. */
      'reason'
    >
  /** Somebody who works with the child, or manages who does, said whether the audit is accurate. It changes no grade. */
  | EventOf<
      'PractitionerCommented',
      {
        /** Who commented. */
        by: PersonId;
        /** What they are to the case. */
        role: CommentRole;
        /** Whether what the audit says is right. */
        accurate: Accuracy;
      },
      /** What they said. */
      'comment'
    >
  /** The audit is done: this is its grade. */
  | EventOf<
      'AuditFinalised',
      {
        /** The grade that stands. */
        grade: Grade;
        scale: GradeScale;
        lineage: GradeLineage;
        /** Who made it final. */
        finalisedBy: PersonId;
        /** The day, in England; feedback on it is given then or later. */
        finalisedOn: IsoDate;
        /** The day by which the practitioner is to have feedback. */
        feedbackDue: IsoDate;
        /** The last day on which those who work with the child may comment. */
        commentsUntil: IsoDate;
      }
    >
  /** Those who work with the child were told what the audit found. */
  | EventOf<
      'FeedbackGiven',
      {
        /** Who told them. */
        by: PersonId;
        /** Who was told. */
        to: readonly PersonId[];
        /** The day. */
        on: IsoDate;
      },
      /** What was said. */
      'notes'
    >
  /** A fact that had been copied wrongly when the case was selected was put right. */
  | EventOf<
      'CorrectionMade',
      {
        /** Which of the facts. */
        field: CorrectableField;
        /** What had been recorded; null for nothing. */
        from: string | null;
        /** What is right; null for nothing. */
        to: string | null;
        /** Why, as a code. */
        reasonCode: string;
        /** Who corrected it. */
        by: PersonId;
        /** Who judged the case and is tied to it by what is right; such an audit is not made final. */
        tied: readonly PersonId[];
      },
      /** Why, in words. */
      'reason'
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
        /** Why, as a code; `child-died` where it came with the child's death. */
        reasonCode: string;
        /** Who set it. */
        by: PersonId;
      },
      /** Why, in words. */
      'reason'
    >
  /** The record of this audit need not be kept any longer than others. */
  | EventOf<
      'LegalHoldReleased',
      {
        /** Why, as a code. */
        reasonCode: string;
        /** Who released it. */
        by: PersonId;
      },
      /** Why, in words. */
      'reason'
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
      readonly kind: 'yes-no';
      /** Whether the answer is yes. */
      readonly yes: boolean;
    }
  | {
      readonly kind: 'date';
      /** The day that the section asks for. */
      readonly date: IsoDate;
    }
  | {
      /** Answered in words, which are narrative. */
      readonly kind: 'text';
    }
  | {
      readonly kind: 'not-applicable';
      /** Why the section does not apply, as a code. */
      readonly reasonCode: string;
    };

/**
 * `requested`: a named person asked for it. `grade`: the policy moderates every audit of this grade. `random`: the hidden
 * draw of the cycle chose the case. `unapproved-auditor`: the auditor is not approved yet. `above-limit`: the grade is
 * better than its inadequate key sections allow.
 */
export type ModerationRule = 'requested' | 'grade' | 'random' | 'unapproved-auditor' | 'above-limit';

/** A section that the moderator grades otherwise than the auditor. */
export interface ModeratedSection {
  /** Code of the section. */
  readonly section: string;
  /** The auditor's grade. */
  readonly from: Grade;
  /** The moderator's grade. */
  readonly to: Grade;
  /** Why, as a code. */
  readonly reasonCode: string;
}

/** The grades an audit went through, side by side; none replaces another. The grade that stands is the last of them that there is. */
export interface GradeLineage {
  /** The first grade that an auditor submitted. */
  readonly submitted: Grade;
  /** The last that was submitted after a return; null where none was. */
  readonly resubmitted: Grade | null;
  /** The moderator's grade; null where nobody moderated. */
  readonly moderated: Grade | null;
  /** The panel's grade; null where nothing was disputed. */
  readonly settled: Grade | null;
}

/** What somebody who comments is to the case: they work with the child, or manage who does. */
export const COMMENT_ROLES = ['practitioner', 'manager'] as const;
/** What somebody who comments is to the case: they work with the child, or manage who does. */
export type CommentRole = (typeof COMMENT_ROLES)[number];

/** Whether what an audit says is right, as those see it who work with the child. */
export const ACCURACIES = ['yes', 'partly', 'no'] as const;
/** Whether what an audit says is right, as those see it who work with the child. */
export type Accuracy = (typeof ACCURACIES)[number];

/** What may have been copied wrongly at the selection. */
export const CORRECTABLE_FIELDS = ['cohort', 'team', 'worker'] as const;
/** What may have been copied wrongly at the selection. */
export type CorrectableField = (typeof CORRECTABLE_FIELDS)[number];

export type CaseSelected = Extract<CaseAuditEvent, { type: 'CaseSelected' }>;
export type AuditWithdrawn = Extract<CaseAuditEvent, { type: 'AuditWithdrawn' }>;
export type CorrectionMade = Extract<CaseAuditEvent, { type: 'CorrectionMade' }>;
