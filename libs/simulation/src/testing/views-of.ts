import type { RecordedEvent } from '#event-log';
import { MemoryViewStore, toViewEvent } from '#projections';
import { keepUp } from '#projections/testing';
import { VIEWS, type ViewReader } from '#views';

const PAGE_SIZE = 500;

/** Every view of an authority, in memory, as it is after these events. */
export async function viewsOf(authority: string, record: readonly RecordedEvent[]): Promise<ViewReader> {
  const store = new MemoryViewStore();
  const events = record.map(toViewEvent);
  for (const view of VIEWS) await keepUp(store, view, authority, events, { pageSize: PAGE_SIZE });
  return store;
}
