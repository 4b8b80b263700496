import type { IsoDate } from '#audit-cycle';
import { clockedAudits, clockedEscalations } from '../clocks/clocked-audit.js';
import type { Page, Paging } from '../cursor.js';
import { inOrder } from '../in-order.js';
import { pageOfAll } from '../page-of-all.js';
import type { View } from '../view.js';
import type { ViewReader } from '../view-reader.js';
import { allocationsOf, timelinessCalendars } from './allocations-of.js';
import {
  timelinessFigure,
  type AllocationShown,
  type AuditorFigure,
  type TimelinessFigure,
} from './figure.js';
import { timedAudits } from './timed-audit.js';
import type { TimelinessQuery } from './timeliness-query.js';
import { clockCycles, timedCycles } from './timed-cycle.js';

export const auditorTimelinessView: View = {
  name: 'auditor-timeliness',
  version: 1,
  tables: [timedAudits, timedCycles, timelinessCalendars, clockedAudits, clockedEscalations, clockCycles],
};

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
