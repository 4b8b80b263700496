import type { IsoDate } from '#audit-cycle';
import { clockedAudits, clockedEscalations } from '../clocks/clocked-audit.js';
import type { UnknownFilter } from '../case-filters.js';
import type { Cursor, Page, Paging } from '../cursor.js';
import { inOrder } from '../in-order.js';
import { pageOfAll } from '../page-of-all.js';
import type { View } from '../view.js';
import type { Look, ViewReader } from '../view-reader.js';
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

interface Unknown {
  readonly unknown: UnknownFilter;
}

export interface AuditorTimeliness extends TimelinessFigure {
  /** In the order of their ids, which says nothing about them. They add up to the whole. */
  readonly auditors: readonly AuditorFigure[];
  readonly on: IsoDate;
  readonly position: string;
  readonly asOf: string | null;
}

/**
 * Whether audits are graded by the day they are due. It is there to plan by: nothing in it compares workers or grades. `unknown` for a
 * cycle that was not there at the moment that is asked for.
 */
export function auditorTimeliness(
  reader: ViewReader,
  query: TimelinessQuery,
): Promise<AuditorTimeliness | Unknown> {
  return reader.look(auditorTimelinessView, query.authority, async (look) => {
    if (!(await isCycleThere(look, query))) return { unknown: 'cycle' };
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

/** The allocations behind the figures, the earliest due first; one audit may have been several people's. `unknown` likewise. */
export function listAllocations(
  reader: ViewReader,
  query: TimelinessQuery & Paging,
): Promise<Page<AllocationShown> | Unknown> {
  return reader.look(auditorTimelinessView, query.authority, async (look) => {
    if (!(await isCycleThere(look, query))) return { unknown: 'cycle' };
    const all = await allocationsOf(look, query);
    const place = ({ due, nth, audit }: AllocationShown): Cursor => ({ value: `${due} ${nth}`, id: audit });
    return pageOfAll(query, all, place, look.position);
  });
}

const isCycleThere = async (look: Look, { cycle, asOf }: TimelinessQuery): Promise<boolean> =>
  cycle === undefined || (await look.rows(timedCycles, { where: { id: cycle }, asOf })).length > 0;
