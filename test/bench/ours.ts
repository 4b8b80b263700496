import { randomUUID } from 'node:crypto';
import {
  canonicalJson,
  derivedId,
  factsOf,
  makeRecord,
  narrativeOf,
  sha256Hex,
  type Append,
  type EventRecord,
} from '#event-log';
import { PostgresEventLog } from '#event-log-postgres';
import { openPool, type Connection } from '#postgres';
import type { EventStore } from './event-store.js';
import { AUTHORITY, EVENT_TYPE, sampleContent } from './sample-content.js';

const ACTOR = randomUUID();

/** The log of the product through its port, with records and commands made as capture makes them. */
export function openOurs(connection: Connection): EventStore {
  const pool = openPool({ connection, role: 'touchstone_append', log: () => undefined });
  const log = new PostgresEventLog({ pool });

  const append = async (stream: string, first: number, count: number): Promise<void> => {
    const answer = await log.append(anAppend(stream, first, count));
    if (answer.outcome !== 'appended') throw new Error(`Our log answered ${answer.outcome}`);
  };
  return {
    append: (stream, revision) => append(stream, revision, 1),
    appendBatch: (stream, events) => append(stream, 0, events),
    load: async (stream) => {
      const events = await log.readStream(stream);
      return events.filter((event) => factsOf(event) !== null && narrativeOf(event) !== null).length;
    },
    close: async () => {
      await log.close();
      await pool.end();
    },
  };
}

/** A command with its digest, and the events that answer it. */
function anAppend(stream: string, first: number, count: number): Append {
  const command = randomUUID();
  const contents = Array.from({ length: count }, (_, n) => sampleContent(first + n));
  const digest = sha256Hex(canonicalJson({ stream, type: 'GradeSection', actor: ACTOR, with: contents[0] }));
  const occurredAt = new Date().toISOString();
  const events = contents.map((content, n): EventRecord =>
    makeRecord({
      ...content,
      ...{
        stream,
        id: derivedId('event', AUTHORITY, command, String(n)),
        type: EVENT_TYPE,
        schema: 1,
        occurredAt,
        actor: ACTOR,
      },
      ...{ command, correlation: command, causation: null, keyScope: stream },
    }),
  );
  return {
    stream,
    events,
    expect: first === 0 ? 'none' : BigInt(first - 1),
    command: { id: command, digest },
  };
}
