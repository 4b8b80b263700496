import type { EventOf } from '../decider.js';
import type { IsoDate } from '../vocabulary/dates.js';
import type { Grade, GradeScale } from '../vocabulary/grade.js';
import type { ChildId, PersonId, ToolId } from '../vocabulary/identifiers.js';

/** A calibration session: several auditors grade the same record without knowing of each other, and talk about it then. */
export type CalibrationSessionEvent =
  /** A record was chosen that several people are to grade. */
  | EventOf<
      'SessionOpened',
      {
        /** The record that everybody grades, by the authority's own opaque id. */
        record: ChildId;
        /** What is asked. */
        tool: {
          readonly id: ToolId;
          /** Published version of the tool. */
          readonly version: number;
        };
        scale: GradeScale;
        /** Who grades. */
        participants: readonly PersonId[];
        /** Who leads the session. */
        leader: PersonId;
        /** Who opened it. */
        openedBy: PersonId;
      },
      /** What people call the session. */
      'title'
    >
  /** A participant graded the record without knowing what the others gave. It never changes. */
  | EventOf<
      'CalibrationGradeCommitted',
      {
        person: PersonId;
        grade: Grade;
        /** Grades of the sections that they graded. */
        sections: readonly {
          /** Code of the section. */
          readonly section: string;
          readonly grade: Grade;
        }[];
      },
      /** Why the record has this grade for them. */
      'rationale'
    >
  /** From now on everybody in the session sees all grades: each is in, or the leader waits no longer. */
  | EventOf<
      'GradesRevealed',
      {
        /** Who gave the last grade, or the leader. */
        by: PersonId;
        /** How many grades there are. */
        committed: number;
      }
    >
  /** The grades were talked about. */
  | EventOf<
      'CalibrationDiscussed',
      {
        /** Day of the discussion. */
        on: IsoDate;
        /** The grade that they came to; null where they did not agree. */
        agreedGrade: Grade | null;
      },
      /** What was said. */
      'notes'
    >
  /** Somebody who took part was found fit to audit without every audit being moderated. */
  | EventOf<
      'CalibrationApproved',
      {
        person: PersonId;
        /** Who approved. */
        by: PersonId;
      }
    >;

export type SessionOpened = Extract<CalibrationSessionEvent, { type: 'SessionOpened' }>;
export type CalibrationApproved = Extract<CalibrationSessionEvent, { type: 'CalibrationApproved' }>;
