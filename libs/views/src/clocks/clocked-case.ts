import type { AuditId, ChildId, Cohort, CycleId, EscalationId, Instant, TeamName } from '#audit-cycle';
import type { Timeliness } from '../auditor-timeliness/standing.js';

/**
 * What has a clock. `audit`: from the allocation of an auditor to the grade. `moderation`: from the first grade, or from when somebody
 * asked for it where that was later, to its first moderation.
 * `comment` and `feedback`: from the final grade. `acknowledgement` and `resolution`: of an escalation, from when it was raised.
 */
export const CLOCKS = [
  'audit',
  'moderation',
  'comment',
  'feedback',
  'acknowledgement',
  'resolution',
] as const;
export type Clock = (typeof CLOCKS)[number];

/** What a clock that is done, is late or goes on says of what it is about; some are of one clock alone. */
export const CLOCK_STANDINGS = [
  'done-in-time',
  'done-late',
  'done',
  'waiting',
  'waiting-late',
  'missed',
  'nobody-commented',
  'ended-otherwise',
  'days-not-known',
] as const;
/**
 * `done`: nothing could have made it late. `missed`: it was recorded that a moderation did not happen, and it has not happened since; it
 * is late, however few its days. `nobody-commented`: nobody had to, and the days for it are over; neither late nor in time. `ended-otherwise`: returned, handed on, taken by a
 * conflict, withdrawn or left without a grade before it happened. `days-not-known`: no bank holidays are published for the days.
 */
export type ClockStanding = (typeof CLOCK_STANDINGS)[number];

/** One thing that a clock counts for. */
export interface ClockedCase {
  readonly clock: Clock;
  readonly audit: AuditId;
  /** Null for the clocks of audits. */
  readonly escalation: EscalationId | null;
  readonly cycle: CycleId;
  readonly child: ChildId;
  readonly cohort: Cohort;
  readonly team: TeamName | null;
  /** Of the clock of audits, how its allocation stands; null for others. */
  readonly timeliness: Timeliness | null;
  readonly standing: ClockStanding;
  /** The day or the moment by which it is due; null for none. */
  readonly due: Instant | null;
  /** How long it took, or has waited: working days, hours for escalations; null where it cannot be counted. */
  readonly taken: number | null;
}
