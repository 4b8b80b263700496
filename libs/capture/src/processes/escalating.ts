import type { Order } from '#audit-cycle';
import { derivedId, type RecordedEvent } from '#event-log';
import type { Lookups } from '../contexts/lookups.js';
import { findingOf, FINDINGS } from './escalated-finding.js';
import type { Process } from './reaction.js';
import { whoHasToAct } from './who-has-to-act.js';

/**
 * An immediate risk, and each grade by which a case is found inadequate, be it by us, in a re-audit or from outside, is put before a
 * named person who has to act.
 */
export function escalating(lookups: Lookups): Process {
  return {
    name: 'escalating',
    reactions: [{ to: FINDINGS, orders: (event) => ordersFor(lookups, event) }],
  };
}

async function ordersFor(lookups: Lookups, event: RecordedEvent): Promise<readonly Order[]> {
  const finding = findingOf(event);
  if (finding === null) return [];
  const to = finding.to ?? (await whoHasToAct(lookups, event, finding));
  const { id, occurredAt: raisedAt } = event.header;
  const command = { type: 'OpenEscalation', ...finding, raisedAt, to } as const;
  return [{ kind: 'escalation', id: derivedId('escalation', id), command }];
}
