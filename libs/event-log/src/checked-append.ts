import type { Append, Expectation } from './event-log.js';
import { parseStreamName, type StreamParts } from './record/stream-name.js';

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const SHA256 = /^[0-9a-f]{64}$/;
const TYPE = /^[A-Za-z][A-Za-z0-9]{0,127}$/;
const UTF8 = new TextDecoder('utf-8', { fatal: true });
const LAST_REVISION = 2n ** 63n - 1n;

/**
 * Refuses an append that is put together wrongly, before any adapter sees it: there it would fail its whole batch, neighbours
 * included, or be a record that nobody can read. @throws TypeError, a bug of the caller.
 */
export function checkedAppend({ stream, events, expect, command }: Append): StreamParts {
  const parts = parseStreamName(stream);
  if (events.length === 0) throw new TypeError('An append needs at least one event');
  if (!isExpectation(expect))
    throw new TypeError(
      `"${String(expect)}" cannot be expected: revisions count from 0 to ${LAST_REVISION}; say "none" for a new stream`,
    );
  if (!UUID.test(command.id)) throw new TypeError(`A command id is a UUID, not "${command.id}"`);
  if (!SHA256.test(command.digest))
    throw new TypeError('The digest of a command is a SHA-256 in lower-case hexadecimal');
  for (const { header, headerBytes, factsBytes } of events) {
    if (header.stream !== stream)
      throw new TypeError(`An event described for ${header.stream} cannot be appended to ${stream}`);
    if (!TYPE.test(header.type))
      throw new TypeError(
        `The type of an event is a name of letters and digits, not ${JSON.stringify(header.type)}`,
      );
    if (!isText(headerBytes) || !isText(factsBytes))
      throw new TypeError(
        `Header and facts of a ${header.type} must be text in UTF-8 without NUL bytes; make them with makeRecord`,
      );
  }
  return parts;
}

const isExpectation = (expect: Expectation): boolean =>
  typeof expect === 'bigint'
    ? expect >= 0n && expect <= LAST_REVISION
    : ['none', 'exists', 'any'].includes(expect);

/** Logs may keep and give them as text, which in PostgreSQL holds no NUL. The escape of one in JSON is harmless. */
function isText(bytes: Uint8Array): boolean {
  try {
    UTF8.decode(bytes);
    return !bytes.includes(0);
  } catch {
    return false;
  }
}
