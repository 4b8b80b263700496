import type { EventOf } from '../../decider.js';
import type { IsoDate } from '../../vocabulary/dates.js';
import type { Grade, GradeScale } from '../../vocabulary/grade.js';
import type { PersonId } from '../../vocabulary/identifiers.js';
import type { VoiceMissingReason, VoiceOf } from '../../vocabulary/voice.js';

/** What the auditor found, up to the grade of the case. */
export type GradingEvent =
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
