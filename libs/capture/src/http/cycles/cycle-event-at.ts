import type { CycleEvent } from '#audit-cycle';
import { streamName, type EventLog } from '#event-log';
import { domainEvent } from '../../deciding/domain-event.js';

/** The very event that a command recorded, also when more was recorded since: so a repeat is answered as the first was. */
export async function cycleEventAt(
  log: EventLog,
  authority: string,
  id: string,
  revision: bigint,
): Promise<CycleEvent> {
  const stream = streamName(authority, 'cycle', id);
  const [event] = await log.readStream(stream, { after: revision - 1n, limit: 1 });
  if (event === undefined) throw new Error(`The cycle ${id} has lost the event of revision ${revision}`);
  return domainEvent<'cycle'>(event);
}
