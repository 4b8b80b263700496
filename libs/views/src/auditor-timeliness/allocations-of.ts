import { londonDate, type IsoDate, type WorkingCalendarState } from '#audit-cycle';
import { bankHolidays, calendarOf } from '../bank-holidays.js';
import { endsWithin } from '../case-filters.js';
import type { Look } from '../view-reader.js';
import type { AllocationShown } from './figure.js';
import { gradedDay, timelinessOn, workingDaysTaken } from './standing.js';
import { timedAudits, type TimedAllocation, type TimedAudit } from './timed-audit.js';
import { timedCycles, type TimedCycle } from './timed-cycle.js';
import type { TimelinessQuery } from './timeliness-query.js';

export const timelinessCalendars = bankHolidays('timeliness_calendar');

/** The allocations that fit, as they stand on the day that is asked about. */
export async function allocationsOf(look: Look, query: TimelinessQuery): Promise<readonly AllocationShown[]> {
  const { cycle, team, cohort, auditor, from, to, asOf } = query;
  const audits = await look.rows(timedAudits, { where: { cycle, team, cohort }, asOf });
  const cycles = await look.rows(timedCycles, { where: { id: cycle }, asOf });
  const [holidays] = await look.rows(timelinessCalendars, { asOf });
  const calendar = calendarOf(holidays);
  const byId = new Map(cycles.map((one) => [one.id, one]));
  return audits
    .map((audit) => ({ audit, of: byId.get(audit.cycle) }))
    .filter(({ of }) => (of === undefined ? from === undefined && to === undefined : endsWithin(of, query)))
    .flatMap(({ audit, of }) => shownOn(query.on, audit, of, calendar))
    .filter((one) => auditor === undefined || one.auditor === auditor);
}

function shownOn(
  day: IsoDate,
  audit: TimedAudit,
  cycle: TimedCycle | undefined,
  calendar: WorkingCalendarState,
): readonly AllocationShown[] {
  const { id, allocations, ...about } = audit;
  const { closedAt = null, withoutGrade = [] } = cycle ?? {};
  const leftOn = closedAt !== null && withoutGrade.includes(id) ? londonDate(closedAt) : null;
  return allocations.flatMap((allocation, index) => {
    const timeliness = timelinessOn(day, allocation, leftOn);
    if (timeliness === null) return [];
    const { auditor, allocatedAt, firstDue, due } = allocation;
    const graded = isGradedBy(day, allocation);
    return {
      ...{ audit: id, ...about, auditor, allocatedAt, firstDue, due, nth: index + 1, timeliness },
      gradedAt: graded ? allocation.gradedAt : null,
      workingDaysTaken: graded ? workingDaysTaken(allocation, calendar) : null,
    };
  });
}

function isGradedBy(day: IsoDate, allocation: TimedAllocation): boolean {
  const gradedOn = gradedDay(allocation);
  return gradedOn !== null && gradedOn <= day;
}
