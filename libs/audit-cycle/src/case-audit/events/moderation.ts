import type { EventOf } from '../../decider.js';
import type { IsoDate } from '../../vocabulary/dates.js';
import type { Grade } from '../../vocabulary/grade.js';
import type { PersonId } from '../../vocabulary/identifiers.js';

/** What tests the auditor's grade, and what follows when the test is disputed. */
export type ModerationEvent =
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
    >;

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
