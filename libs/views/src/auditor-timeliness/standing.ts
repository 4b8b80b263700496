import { londonDate, type IsoDate, type WorkingCalendarState } from '#audit-cycle';
import { workingDaysBetween } from '../working-days-between.js';
import type { AllocationEnd, TimedAllocation } from './timed-audit.js';

/** How an allocation stands on a day; each is in exactly one of these. */
export const TIMELINESS = [
  'open',
  'overdue',
  'graded-in-time',
  'graded-late',
  'handed-on',
  'conflict',
  'withdrawn',
  'left-without-grade',
] as const;
export type Timeliness = (typeof TIMELINESS)[number];

/**
 * How an allocation stood at the end of a day in London: what came on a later day had not happened yet. Nothing is late on the day
 * that it is due. Null on days before it was allocated. `leftOn`: the day on which its cycle was closed without its grade.
 */
export function timelinessOn(
  day: IsoDate,
  allocation: Pick<TimedAllocation, 'allocatedAt' | 'due' | 'gradedAt' | 'ended'>,
  leftOn: IsoDate | null,
): Timeliness | null {
  const { due, ended } = allocation;
  const gradedOn = gradedDay(allocation);
  if (londonDate(allocation.allocatedAt) > day) return null;
  if (gradedOn !== null && gradedOn <= day) return gradedOn > due ? 'graded-late' : 'graded-in-time';
  if (ended !== null && londonDate(ended.at) <= day) return ENDS[ended.how];
  if (leftOn !== null && leftOn <= day) return 'left-without-grade';
  return due < day ? 'overdue' : 'open';
}

const ENDS: Readonly<Record<AllocationEnd, Timeliness>> = {
  'handed-on': 'handed-on',
  conflict: 'conflict',
  withdrawn: 'withdrawn',
};

export const gradedDay = ({ gradedAt }: Pick<TimedAllocation, 'gradedAt'>): IsoDate | null =>
  gradedAt === null ? null : londonDate(gradedAt);

/** Working days from the allocation to the first grade, as its clock counts them; null without one, and where the calendar does not cover them. */
export function workingDaysTaken(
  allocation: Pick<TimedAllocation, 'allocatedAt' | 'gradedAt'>,
  calendar: WorkingCalendarState,
): number | null {
  const gradedOn = gradedDay(allocation);
  return gradedOn === null
    ? null
    : workingDaysBetween(calendar, londonDate(allocation.allocatedAt), gradedOn);
}
