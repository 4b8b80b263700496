import type { Append } from './event-log.js';
import { parseStreamName, type StreamParts } from './record/stream-name.js';

/** Refuses an append that is put together wrongly, before any adapter sees it. @throws TypeError, a bug of the caller. */
export function checkedAppend({ stream, events, expect }: Append): StreamParts {
  const parts = parseStreamName(stream);
  if (events.length === 0) throw new TypeError('An append needs at least one event');
  if (typeof expect === 'bigint' && expect < 0n)
    throw new TypeError('Revisions count from 0; expect "none" for a new stream');
  for (const { header } of events) {
    if (header.stream !== stream)
      throw new TypeError(`An event described for ${header.stream} cannot be appended to ${stream}`);
  }
  return parts;
}
