import type { EventOf } from '../decider.js';
import type { Instant, IsoDate } from '../vocabulary/dates.js';
import type { AuditId, ChildId, CycleId, PersonId } from '../vocabulary/identifiers.js';

/** Something an audit found that cannot wait, put before a named person, until somebody records what was done about it. */
export type EscalationEvent =
  /** An audit found a risk or came to the lowest grade, and a named person has to act by a moment. */
  | EventOf<
      'EscalationOpened',
      {
        /** The audit that found it. */
        audit: AuditId;
        /** The cycle of that audit. */
        cycle: CycleId;
        child: ChildId;
        reason: EscalationReason;
        /** The kind of risk, as a code; null for an inadequate grade. */
        risk: string | null;
        /** Whose finding it is. */
        raisedBy: PersonId;
        /** When it was found. */
        raisedAt: Instant;
        /** Who has to act. */
        to: PersonId;
        /** The moment by which it has to be dealt with. */
        dueAt: Instant;
        /** Whether it is about staff: then it is kept from the child's team and its worker, and nothing is written in words. */
        restricted: boolean;
      },
      /** What the concern is. */
      'concern'
    >
  /** The named person took it on. */
  | EventOf<
      'EscalationAcknowledged',
      {
        /** Who took it on. */
        by: PersonId;
        /** When. */
        at: Instant;
      }
    >
  /** Somebody else has to act from now on; the moment by which stays. */
  | EventOf<
      'EscalationReassigned',
      {
        /** Who had to act until now. */
        from: PersonId;
        /** Who has to act now. */
        to: PersonId;
        /** Why, as a code. */
        reasonCode: string;
      }
    >
  /** It was dealt with, and the child's record says so. */
  | EventOf<
      'EscalationResolved',
      {
        /** Who recorded it. */
        by: PersonId;
        /** What was done, as a code. */
        whatCode: string;
        /** The day on which it was done. */
        doneOn: IsoDate;
        /** The day since which it is on the child's record; null for what is about staff, which the team must not read there. */
        onChildRecordSince: IsoDate | null;
      },
      /** What was done, in words. */
      'whatWasDone'
    >
  /** What happened last happened after the moment by which it was due. */
  | EventOf<
      'EscalationBreached',
      {
        /** The moment that was missed. */
        dueAt: Instant;
        how: BreachManner;
      }
    >;

export const ESCALATION_REASONS = ['immediate-risk', 'inadequate'] as const;
/** Why it was escalated: a child may be at risk now, or the work was graded inadequate. */
export type EscalationReason = (typeof ESCALATION_REASONS)[number];

export const BREACH_MANNERS = ['acknowledged-late', 'resolved-late'] as const;
/** What came too late. */
export type BreachManner = (typeof BREACH_MANNERS)[number];
