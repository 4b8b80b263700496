import type { Append } from './event-log.js';
import { parseStreamName, type StreamParts } from './record/stream-name.js';

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const SHA256 = /^[0-9a-f]{64}$/;

/** Refuses an append that is put together wrongly, before any adapter sees it. @throws TypeError, a bug of the caller. */
export function checkedAppend({ stream, events, expect, command }: Append): StreamParts {
  const parts = parseStreamName(stream);
  if (events.length === 0) throw new TypeError('An append needs at least one event');
  if (typeof expect === 'bigint' && expect < 0n)
    throw new TypeError('Revisions count from 0; expect "none" for a new stream');
  if (!UUID.test(command.id)) throw new TypeError(`A command id is a UUID, not "${command.id}"`);
  if (!SHA256.test(command.digest))
    throw new TypeError('The digest of a command is a SHA-256 in lower-case hexadecimal');
  for (const { header } of events) {
    if (header.stream !== stream)
      throw new TypeError(`An event described for ${header.stream} cannot be appended to ${stream}`);
  }
  return parts;
}
