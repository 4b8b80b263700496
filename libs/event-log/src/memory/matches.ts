import type { EventFilter } from '../event-log.js';
import type { EventRecord } from '../record/event-record.js';
import { parseStreamName } from '../record/stream-name.js';

/** An event passes when it meets every part of the filter that is given. */
export function matches({ header }: EventRecord, { types, kinds }: EventFilter): boolean {
  if (types !== undefined && !types.includes(header.type)) return false;
  return kinds === undefined || kinds.includes(parseStreamName(header.stream).kind);
}
