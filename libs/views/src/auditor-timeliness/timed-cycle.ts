import type { AuditId, CycleId, Instant, IsoDate } from '#audit-cycle';
import { cycleSummaries } from '../cycle-summary.js';
import { versionsTable } from '../versions-table.js';
import type { TableFold } from '../view.js';

/** When a cycle is, and when it was closed without which grades. */
export interface TimedCycle {
  readonly id: CycleId;
  readonly periodTo: IsoDate;
  readonly closedAt: Instant | null;
  readonly withoutGrade: readonly AuditId[];
}

export const timedCycles: TableFold<TimedCycle> = versionsTable(
  'timeliness_cycle',
  'cycle',
  'CyclePlanned',
  ({ stream, facts }): TimedCycle => ({
    id: stream.id,
    periodTo: facts.period.to,
    closedAt: null,
    withoutGrade: [],
  }),
  {
    DeadlineExtended: (cycle, { facts }) => ({ ...cycle, periodTo: facts.to }),
    CycleClosed: (cycle, { occurredAt, facts }) => ({
      ...cycle,
      closedAt: occurredAt,
      withoutGrade: facts.withoutGrade,
    }),
  },
);

/** The same cycles as the filters of figures ask for them. */
export const clockCycles = cycleSummaries('clock_cycle');
