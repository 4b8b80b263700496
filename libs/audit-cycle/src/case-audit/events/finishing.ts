import type { EventOf } from '../../decider.js';
import type { IsoDate } from '../../vocabulary/dates.js';
import type { Grade, GradeScale } from '../../vocabulary/grade.js';
import type { PersonId } from '../../vocabulary/identifiers.js';

/** What makes an audit final, and what is said to and by those who work with the child. */
export type FinishingEvent =
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
    >;

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
