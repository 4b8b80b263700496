import { randomUUID } from 'node:crypto';
import {
  canonicalJson,
  derivedId,
  factsOf,
  makeRecord,
  narrativeOf,
  sha256Hex,
  streamName,
  type Append,
} from '#event-log';
import { PostgresEventLog } from '#event-log-postgres';
import { openPool, type Connection } from '#postgres';
import { historyInRounds, type Happening } from '../history.js';
import { EVENT_TYPE, sampleContent } from '../sample-content.js';
import type { Contestant } from './contestant.js';
import { asOwner } from './as-owner.js';
import { catchUpOurs } from './our-views.js';

const ACTOR = randomUUID();
/** Appends of a history that are under way at once; the log sends them on together. */
const AT_ONCE = 125;
/** The authority whose views are brought up to date. */
const CAUGHT_UP = 'catch-up';

/** The log of the product through its port, with records and commands made as capture makes them. */
export function openOurs(connection: Connection): Contestant {
  const pool = openPool({ connection, role: 'touchstone_append', log: () => undefined });
  const log = new PostgresEventLog({ pool });

  const append = async (stream: string, first: number, happenings: readonly Happening[]): Promise<void> => {
    const answer = await log.append(anAppend(stream, first, happenings));
    if (answer.outcome !== 'appended') throw new Error(`Our log answered ${answer.outcome}`);
  };
  return {
    pool,
    append: (stream, revision) => append(stream, revision, [sample(revision)]),
    appendBatch: (stream, events) =>
      append(
        stream,
        0,
        Array.from({ length: events }, (_, n) => sample(n)),
      ),
    load: async (stream) => {
      const events = await log.readStream(stream);
      return events.filter((event) => factsOf(event) !== null && narrativeOf(event) !== null).length;
    },
    takeIn: async (plan, told) => {
      let taken = 0;
      for (const round of historyInRounds(plan)) {
        for (let at = 0; at < round.length; at += AT_ONCE) {
          const bursts = round.slice(at, at + AT_ONCE);
          await Promise.all(
            bursts.map(({ kind, id, revision, happenings }) =>
              append(streamName(plan.authority, kind, id), revision, happenings),
            ),
          );
          taken += bursts.reduce((sum, { happenings }) => sum + happenings.length, 0);
          told(taken);
        }
      }
      await asOwner(connection, 'vacuum analyze touchstone.event');
    },
    catchUp: () => catchUpOurs(connection, CAUGHT_UP),
    close: async () => {
      await log.close();
      await pool.end();
    },
  };
}

const sample = (n: number): Happening => ({ type: EVENT_TYPE, ...sampleContent(n) });

/** A command with its digest, and the events that answer it. */
function anAppend(stream: string, first: number, happenings: readonly Happening[]): Append {
  const command = randomUUID();
  const digest = sha256Hex(canonicalJson({ stream, actor: ACTOR, ...happenings[0] }));
  const about = {
    ...{ stream, schema: 1, occurredAt: new Date().toISOString(), actor: ACTOR },
    ...{ command, correlation: command, causation: null, keyScope: stream },
  };
  const events = happenings.map((happening, n) =>
    makeRecord({ ...about, ...happening, id: derivedId('event', command, String(n)) }),
  );
  return {
    stream,
    events,
    expect: first === 0 ? 'none' : BigInt(first - 1),
    command: { id: command, digest },
  };
}
