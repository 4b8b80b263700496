import { binaryArray, isUniqueViolation, type PoolClient } from '#postgres';
import { query } from '../query.js';
import type { ForeseenAppend, Foresight } from './foresight.js';
import type { EndOfLog } from './head-in-sight.js';

const ONE = query('appending', 'append-one-at-head');
const MANY = query('appending', 'append-at-head');

/**
 * Appends a batch behind the event with which its caller believes that the log ends, in one round trip: the plain statement that
 * does it costs half of what append_events costs. False when nothing was appended, because the log ends elsewhere or
 * something in the batch does not hold: then append_events has to decide.
 */
export async function appendAtHead(
  session: PoolClient,
  authority: string,
  end: EndOfLog,
  foresight: Foresight,
): Promise<boolean> {
  const statement =
    foresight.events === 1 ? one(authority, end, foresight.appends[0]!) : many(authority, end, foresight);
  try {
    const { rowCount } = await session.query(statement);
    return rowCount === foresight.events;
  } catch (error) {
    if (isUniqueViolation(error)) return false;
    throw error;
  }
}

interface Statement {
  readonly name: string;
  readonly text: string;
  readonly values: unknown[];
}

function one(authority: string, end: EndOfLog, { append, firstRevision }: ForeseenAppend): Statement {
  const { stream, kind, command } = append;
  const { header, headerBytes, factsBytes, narrativeBytes } = append.events[0]!;
  return {
    name: 'append-one-at-head',
    text: ONE,
    values: [
      ...[
        authority,
        end.position,
        stream,
        firstRevision,
        kind,
        header.type,
        headerBytes,
        factsBytes,
        narrativeBytes,
      ],
      ...[command.id, Buffer.from(command.digest, 'hex'), end.command],
    ],
  };
}

function many(authority: string, end: EndOfLog, { appends, before }: Foresight): Statement {
  const events = appends.flatMap(({ append, firstRevision, lastRevision }) =>
    append.events.map((event, n) => {
      const revision = firstRevision + BigInt(n);
      return { event, append, revision, begins: revision === lastRevision ? firstRevision : null };
    }),
  );
  return {
    name: 'append-at-head',
    text: MANY,
    values: [
      authority,
      end.position,
      binaryArray('text', events, ({ append }) => append.stream),
      binaryArray('bigint', events, ({ revision }) => revision),
      binaryArray('text', events, ({ append }) => append.kind),
      binaryArray('text', events, ({ event }) => event.header.type),
      binaryArray('bytea', events, ({ event }) => event.headerBytes),
      binaryArray('bytea', events, ({ event }) => event.factsBytes),
      binaryArray('bytea', events, ({ event }) => event.narrativeBytes),
      binaryArray('uuid', events, ({ append, begins }) => (begins === null ? null : append.command.id)),
      binaryArray('bytea', events, ({ append, begins }) =>
        begins === null ? null : Buffer.from(append.command.digest, 'hex'),
      ),
      binaryArray('bigint', events, ({ begins }) => begins),
      binaryArray('text', before, ({ stream }) => stream),
      binaryArray('bigint', before, ({ revision }) => revision),
      end.command,
    ],
  };
}
