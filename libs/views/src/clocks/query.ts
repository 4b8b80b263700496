import { londonDate, type AuthorityId, type Instant } from '#audit-cycle';
import { allocationsOf, timelinessCalendars } from '../auditor-timeliness/allocations-of.js';
import { auditorTimelinessView } from '../auditor-timeliness/query.js';
import {
  timelinessFigure,
  type AllocationShown,
  type TimelinessFigure,
} from '../auditor-timeliness/figure.js';
import { clockCycles, timedCycles } from '../auditor-timeliness/timed-cycle.js';
import { calendarOf } from '../bank-holidays.js';
import {
  casesAskedFor,
  cyclesAskedFor,
  unknownFilter,
  type CaseFilters,
  type UnknownFilter,
} from '../case-filters.js';
import type { Page, Paging } from '../cursor.js';
import type { CycleSummary } from '../cycle-summary.js';
import { aboutFigure, type FigureAnswer } from '../grading-distribution/grades-asked-for.js';
import { pageOfAll } from '../page-of-all.js';
import type { Look, ViewReader } from '../view-reader.js';
import { auditClocks } from './audit-clocks.js';
import { clockFigure, type ClockFigure } from './clock-figure.js';
import { clockedAudits, clockedEscalations, type ClockedAudit } from './clocked-audit.js';
import { CLOCKS, type Clock, type ClockedCase, type ClockStanding } from './clocked-case.js';
import { escalationClocks } from './escalation-clocks.js';

/** Escalations about staff are not in it, whoever asks: they are found where it is judged who may know of them. */
export interface ClocksQuery extends CaseFilters {
  readonly authority: AuthorityId;
  /** The moment at which lateness is judged; of days, the end of its day in London. */
  readonly at: Instant;
  readonly asOf?: Instant | undefined;
}

export interface Clocks {
  /** Whether audits are graded by the day they are due: the figures of the timeliness of auditors, of all of them together. */
  readonly audits: TimelinessFigure;
  /** One of each clock but that of audits. */
  readonly clocks: readonly ClockFigure[];
  readonly at: Instant;
}

/** How long the steps of the cycle take, and how many are late. */
export const clocksOfCycles = (reader: ViewReader, query: ClocksQuery): Promise<FigureAnswer<Clocks>> =>
  figureOfClocks(reader, query, (allocations, cases) => ({
    audits: timelinessFigure(allocations),
    clocks: CLOCKS.filter((clock) => clock !== 'audit').map((clock) => clockFigure(clock, cases)),
    at: query.at,
  }));

export interface ClockedCasesQuery extends ClocksQuery {
  readonly clock: Clock;
  readonly standing?: ClockStanding | undefined;
}

/** What one clock counts for, in the order of the children's ids. An audit that was given to several people is there for each time. */
export async function listClockedCases(
  reader: ViewReader,
  query: ClockedCasesQuery & Paging,
): Promise<Page<ClockedCase> | { readonly unknown: UnknownFilter }> {
  const { clock, standing } = query;
  const found = await figureOfClocks(reader, query, (allocations, cases) => ({
    items: (clock === 'audit' ? allocations.map(allocationClock) : cases.filter((one) => one.clock === clock))
      .filter((one) => standing === undefined || one.standing === standing)
      .map((one, index) => ({ one, index })),
  }));
  if ('unknown' in found) return found;
  const page = pageOfAll(
    query,
    found.items,
    ({ one, index }) => ({
      value: `${one.child} ${String(index).padStart(9, '0')}`,
      id: one.escalation ?? one.audit,
    }),
    BigInt(found.position),
  );
  return { ...page, items: page.items.map(({ one }) => one) };
}

function figureOfClocks<Figure extends object>(
  reader: ViewReader,
  query: ClocksQuery,
  work: (allocations: readonly AllocationShown[], cases: readonly ClockedCase[]) => Figure,
): Promise<FigureAnswer<Figure>> {
  return reader.look(auditorTimelinessView, query.authority, async (look) => {
    const cycles = await cyclesAskedFor(look, clockCycles, query, query.asOf);
    const unknown = unknownFilter(cycles, query);
    if (unknown !== null) return { unknown };
    const audits = await casesAskedFor(look, clockedAudits, cycles, query, query.asOf);
    const byId = new Map(audits.map((audit) => [audit.id, audit]));
    const { authority, at, asOf, cycle } = query;
    const allocations = await allocationsOf(look, { authority, cycle, on: londonDate(at), asOf });
    const cases = await casesOf(look, query, cycles, byId);
    const figure = work(
      allocations.filter(({ audit }) => byId.has(audit)),
      cases,
    );
    return { ...figure, ...aboutFigure(cycles, look, asOf) };
  });
}

async function casesOf(
  look: Look,
  { at, asOf }: ClocksQuery,
  cycles: readonly CycleSummary[],
  audits: ReadonlyMap<string, ClockedAudit>,
): Promise<readonly ClockedCase[]> {
  const [holidays] = await look.rows(timelinessCalendars, { asOf });
  const closings = new Map(
    (await look.rows(timedCycles, { asOf })).map(({ id, closedAt }) => [id, closedAt]),
  );
  const settings = { today: londonDate(at), calendar: calendarOf(holidays) };
  const summaries = new Map(cycles.map((cycle) => [cycle.id, cycle]));
  const escalations = await look.rows(clockedEscalations, {
    where: { cycle: { in: [...summaries.keys()] }, restricted: false },
    asOf,
  });
  return [
    ...[...audits.values()].flatMap((audit) => {
      const cycle = summaries.get(audit.cycle)!;
      const left = cycle.withoutGrade.includes(audit.id);
      return auditClocks(audit, {
        ...settings,
        cycle,
        leftAt: left ? (closings.get(cycle.id) ?? null) : null,
      });
    }),
    ...escalations.flatMap((escalation) => {
      const audit = audits.get(escalation.audit);
      return audit === undefined ? [] : escalationClocks(escalation, audit, at);
    }),
  ];
}

const STANDINGS = {
  open: 'waiting',
  overdue: 'waiting-late',
  'graded-in-time': 'done-in-time',
  'graded-late': 'done-late',
  'handed-on': 'ended-otherwise',
  conflict: 'ended-otherwise',
  withdrawn: 'ended-otherwise',
  'left-without-grade': 'ended-otherwise',
} as const;

/** An allocation without whose it was. */
const allocationClock = (one: AllocationShown): ClockedCase => ({
  ...{ clock: 'audit', audit: one.audit, escalation: null, cycle: one.cycle, child: one.child },
  ...{ cohort: one.cohort, team: one.team, timeliness: one.timeliness, standing: STANDINGS[one.timeliness] },
  ...{ due: one.due, taken: one.workingDaysTaken },
});
