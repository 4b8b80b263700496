import { median } from '#assurance-statistics';
import type { AuditId, ChildId, Cohort, CycleId, PersonId, TeamName } from '#audit-cycle';
import { tally } from '../in-order.js';
import { shareOf, type Share } from '../share.js';
import { TIMELINESS, type Timeliness } from './standing.js';
import type { TimedAllocation } from './timed-audit.js';

/** An allocation as it stood on the day that was asked about. */
export interface AllocationShown extends Pick<
  TimedAllocation,
  'auditor' | 'allocatedAt' | 'firstDue' | 'due'
> {
  readonly audit: AuditId;
  readonly cycle: CycleId;
  readonly child: ChildId;
  readonly cohort: Cohort;
  readonly team: TeamName | null;
  /** Which of the audit's allocations it is, from 1. */
  readonly nth: number;
  readonly timeliness: Timeliness;
  /** When it was graded first; null where that had not happened by then. */
  readonly gradedAt: TimedAllocation['gradedAt'];
  /** Working days from the allocation to that grade; null without one, and where no bank holidays are published for them. */
  readonly workingDaysTaken: number | null;
}

export interface TimelinessFigure {
  /** Times that an audit was given to somebody; the sum of `byTimeliness`. */
  readonly allocated: number;
  readonly byTimeliness: readonly { readonly timeliness: Timeliness; readonly n: number }[];
  /** Graded by the day it was due, of all that were graded. */
  readonly inTime: Share;
  /** A part of allocated: the auditor was given longer than at first. */
  readonly extended: number;
  /** Working days from allocation to first grade, as clocks count them, of those that are graded: it flatters while many are not. */
  readonly medianWorkingDaysTaken:
    | { readonly value: number; readonly n: number }
    | { readonly value: null; readonly n: 0; readonly reason: 'n=0' };
  /** Graded, and not in the median: no bank holidays are published for their days. */
  readonly uncounted: number;
  /** Why allocations have no grade; adds up to allocated less graded. */
  readonly missing: readonly { readonly reason: Timeliness; readonly n: number }[];
}

export function timelinessFigure(allocations: readonly AllocationShown[]): TimelinessFigure {
  const count = (timeliness: Timeliness): number =>
    allocations.filter((one) => one.timeliness === timeliness).length;
  const graded = allocations.filter(({ gradedAt }) => gradedAt !== null);
  const days = graded.flatMap(({ workingDaysTaken }) => workingDaysTaken ?? []);
  const middle = median(days);
  return {
    allocated: allocations.length,
    byTimeliness: TIMELINESS.map((timeliness) => ({ timeliness, n: count(timeliness) })),
    inTime: shareOf(count('graded-in-time'), count('graded-in-time') + count('graded-late')),
    extended: allocations.filter(({ firstDue, due }) => firstDue < due).length,
    medianWorkingDaysTaken:
      middle.value === null
        ? { value: null, n: 0, reason: middle.reason }
        : { value: middle.value, n: days.length },
    uncounted: graded.length - days.length,
    missing: tally(allocations.flatMap(({ gradedAt, timeliness }) => (gradedAt === null ? timeliness : []))),
  };
}

/** The figures of one auditor. */
export interface AuditorFigure extends TimelinessFigure {
  readonly auditor: PersonId;
}
