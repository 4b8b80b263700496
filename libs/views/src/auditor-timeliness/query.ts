import {
  londonDate,
  type AuthorityId,
  type Cohort,
  type CycleId,
  type Instant,
  type IsoDate,
  type PersonId,
  type TeamName,
  type WorkingCalendarState,
} from '#audit-cycle';
import { bankHolidays, calendarOf } from '../bank-holidays.js';
import type { Page, Paging } from '../cursor.js';
import { inOrder } from '../in-order.js';
import { pageOfAll } from '../page-of-all.js';
import type { View } from '../view.js';
import type { Look, ViewReader } from '../view-reader.js';
import {
  timelinessFigure,
  type AllocationShown,
  type AuditorFigure,
  type TimelinessFigure,
} from './figure.js';
import { gradedDay, timelinessOn, workingDaysTaken } from './standing.js';
import { timedAudits, type TimedAllocation, type TimedAudit } from './timed-audit.js';
import { timedCycles, type TimedCycle } from './timed-cycle.js';

export const timelinessCalendars = bankHolidays('timeliness_calendar');

export const auditorTimelinessView: View = {
  name: 'auditor-timeliness',
  version: 1,
  tables: [timedAudits, timedCycles, timelinessCalendars],
};

export interface TimelinessFilters {
  readonly cycle?: CycleId | undefined;
  /** Only of cycles whose period ends on this day or later. */
  readonly from?: IsoDate | undefined;
  /** Only of cycles whose period ends on this day or earlier. */
  readonly to?: IsoDate | undefined;
  readonly team?: TeamName | undefined;
  readonly cohort?: Cohort | undefined;
  /** Only what was this auditor's. */
  readonly auditor?: PersonId | undefined;
}

export interface TimelinessQuery extends TimelinessFilters {
  readonly authority: AuthorityId;
  /** What is late is judged at the end of this day. */
  readonly on: IsoDate;
  readonly asOf?: Instant | undefined;
}

export interface AuditorTimeliness extends TimelinessFigure {
  /** In the order of their ids, which says nothing about them. They add up to the whole. */
  readonly auditors: readonly AuditorFigure[];
  readonly on: IsoDate;
  readonly position: string;
  readonly asOf: string | null;
}

/** Whether audits are graded by the day they are due. It is there to plan by: nothing in it compares workers or grades. */
export function auditorTimeliness(reader: ViewReader, query: TimelinessQuery): Promise<AuditorTimeliness> {
  return reader.look(auditorTimelinessView, query.authority, async (look) => {
    const all = await allocationsOf(look, query);
    return {
      ...timelinessFigure(all),
      auditors: inOrder(all.map(({ auditor }) => auditor)).map((auditor) => ({
        auditor,
        ...timelinessFigure(all.filter((one) => one.auditor === auditor)),
      })),
      on: query.on,
      position: look.position.toString(),
      asOf: query.asOf ?? null,
    };
  });
}

/** The allocations behind the figures, the earliest due first; one audit may have been several people's. */
export function listAllocations(
  reader: ViewReader,
  query: TimelinessQuery & Paging,
): Promise<Page<AllocationShown>> {
  return reader.look(auditorTimelinessView, query.authority, async (look) =>
    pageOfAll(
      query,
      await allocationsOf(look, query),
      ({ due, nth, audit }) => ({ value: `${due} ${nth}`, id: audit }),
      look.position,
    ),
  );
}

async function allocationsOf(look: Look, query: TimelinessQuery): Promise<readonly AllocationShown[]> {
  const { cycle, team, cohort, auditor, from, to, asOf } = query;
  const audits = await look.rows(timedAudits, { where: { cycle, team, cohort }, asOf });
  const cycles = await look.rows(timedCycles, { where: { id: cycle }, asOf });
  const [holidays] = await look.rows(timelinessCalendars, { asOf });
  const calendar = calendarOf(holidays);
  const byId = new Map(cycles.map((one) => [one.id, one]));
  const inPeriod = ({ periodTo }: TimedCycle): boolean =>
    (from ?? periodTo) <= periodTo && periodTo <= (to ?? periodTo);
  return audits
    .map((audit) => ({ audit, of: byId.get(audit.cycle) }))
    .filter(({ of }) => (of === undefined ? from === undefined && to === undefined : inPeriod(of)))
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
