import type { EscalationId } from '#audit-cycle';
import type { Page, Paging } from '../cursor.js';
import { pageOfAll } from '../page-of-all.js';
import type { ViewReader } from '../view-reader.js';
import type { ToldEvent } from '../told-event.js';
import { escalationEntries } from './escalation-entry.js';
import {
  escalationsSeen,
  escalationsView,
  type EscalationQuery,
  type EscalationShown,
} from './escalations-seen.js';
import { escalationFigure, type EscalationFigure } from './figure.js';

/** One page of the escalations that fit, and the figures of all of them. */
export interface EscalationList extends Page<EscalationShown> {
  readonly figures: EscalationFigure;
}

/** What somebody sees of the escalations that fit, the earliest due first. */
export function listEscalations(
  reader: ViewReader,
  query: EscalationQuery & Paging,
): Promise<EscalationList> {
  return reader.look(escalationsView, query.authority, async (look) => {
    const seen = await escalationsSeen(look, query);
    const page = pageOfAll(query, seen, ({ dueAt, id }) => ({ value: dueAt, id }), look.position);
    return { ...page, figures: escalationFigure(seen) };
  });
}

export type OneEscalationQuery = Pick<EscalationQuery, 'authority' | 'viewer' | 'at' | 'asOf'> & {
  readonly id: EscalationId;
};

/** One escalation; null where there is none, and likewise where it is kept from whoever asks. */
export function findEscalation(
  reader: ViewReader,
  { id, ...query }: OneEscalationQuery,
): Promise<EscalationShown | null> {
  return reader.look(
    escalationsView,
    query.authority,
    async (look) => (await escalationsSeen(look, query, id))[0] ?? null,
  );
}

export interface EscalationHistory {
  readonly items: readonly ToldEvent[];
  readonly position: string;
}

/** What happened with one escalation, in order; null as `findEscalation` is. */
export function escalationHistory(
  reader: ViewReader,
  { id, ...query }: OneEscalationQuery,
): Promise<EscalationHistory | null> {
  return reader.look(escalationsView, query.authority, async (look) => {
    const seen = await escalationsSeen(look, query, id);
    if (seen.length === 0) return null;
    const items = await look.rows(escalationEntries, { where: { streamId: id }, asOf: query.asOf });
    return { items, position: look.position.toString() };
  });
}
