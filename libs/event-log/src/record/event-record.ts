import { canonicalBytes } from './canonical-json.js';
import { sha256Hex } from './digest.js';
import type { EventHeader } from './event-header.js';
import { parseStreamName } from './stream-name.js';

/** An event as the caller hands it to the log: three byte strings, of which the header vouches for the other two. */
export interface EventRecord {
  readonly header: EventHeader;
  readonly headerBytes: Uint8Array;
  readonly factsBytes: Uint8Array;
  readonly narrativeBytes: Uint8Array | null;
}

/** Where the log put an event. The log alone gives these. */
export interface Placement {
  /** Order within one authority's log, from 1; compare and keep it, never calculate with it. */
  readonly position: bigint;
  /** Order within the stream, from 0, without gaps. */
  readonly revision: bigint;
  /** When the log took it in, UTC with milliseconds; never earlier than the event before it. */
  readonly recordedAt: string;
}

export type RecordedEvent = EventRecord & Placement;

export type EventDescription = Omit<EventHeader, 'format' | 'authority' | 'facts' | 'narrative'> & {
  readonly facts: object;
  readonly narrative: Readonly<Record<string, string>> | null;
};

/** Makes the record of an event. @throws TypeError where a fact or text has no canonical form. */
export function makeRecord(about: EventDescription): EventRecord {
  const factsBytes = canonicalBytes(about.facts);
  const narrativeBytes = about.narrative === null ? null : canonicalBytes(about.narrative);
  // In the order of canonical JSON, which is then written in one go.
  const header: EventHeader = {
    actor: about.actor,
    authority: parseStreamName(about.stream).authority,
    causation: about.causation,
    command: about.command,
    correlation: about.correlation,
    facts: sha256Hex(factsBytes),
    format: 1,
    id: about.id,
    keyScope: about.keyScope,
    narrative: narrativeBytes === null ? null : { digest: sha256Hex(narrativeBytes), form: 'json' },
    occurredAt: about.occurredAt,
    schema: about.schema,
    stream: about.stream,
    type: about.type,
  };
  return { header, headerBytes: canonicalBytes(header), factsBytes, narrativeBytes };
}

/** Reads the header back from its stored bytes. */
export const parseHeader = (bytes: Uint8Array): EventHeader => JSON.parse(decode(bytes)) as EventHeader;

/** The facts, without narrative: all that most readers may see. */
export const factsOf = (event: EventRecord): unknown => JSON.parse(decode(event.factsBytes));

/** The narrative where there is any. */
export const narrativeOf = (event: EventRecord): Readonly<Record<string, string>> | null =>
  event.narrativeBytes === null ? null : (JSON.parse(decode(event.narrativeBytes)) as Record<string, string>);

const decode = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
