import { daysBetween, londonDate, type IsoDate } from '#audit-cycle';
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

/** Calendar days in London from the allocation to the first grade, never negative; null without one. */
export function daysTaken({
  allocatedAt,
  gradedAt,
}: Pick<TimedAllocation, 'allocatedAt' | 'gradedAt'>): number | null {
  return gradedAt === null ? null : Math.max(0, daysBetween(londonDate(allocatedAt), londonDate(gradedAt)));
}
