import type { Append, AppendAnswer } from '#event-log';
import { binaryArray, type PoolClient } from '#postgres';
import { findCommands } from '../reading/find-commands.js';
import type { KnownAppend } from './known-append.js';

/** What append_events answers: arrays in the order of the appends, whole numbers as text. */
interface Answers {
  readonly outcomes: readonly ('appended' | 'conflict' | 'known')[];
  readonly last_revisions: readonly (string | null)[];
  readonly last_positions: readonly string[];
}

/** What became of a batch, in its order, and where the log ends after it. */
export interface Decided {
  readonly answers: readonly AppendAnswer[];
  readonly head: bigint;
}

/**
 * Has append_events decide about each append of a batch, in one round trip, committed together. A second round trip asks what became of
 * commands that were done before. No command id may be in the batch twice.
 */
export async function appendDeciding(
  session: PoolClient,
  authority: string,
  batch: readonly KnownAppend[],
): Promise<Decided> {
  const answers = await sendBatch(session, authority, batch);
  const known = batch.filter((_append, n) => answers.outcomes[n] === 'known');
  const done = known.length === 0 ? [] : await whatBecameOf(session, authority, known);
  const decided = batch.map((append, n): AppendAnswer => {
    const revision = answers.last_revisions[n] ?? null;
    switch (answers.outcomes[n]!) {
      case 'known':
        return done[known.indexOf(append)]!;
      case 'conflict':
        return { outcome: 'conflict', revision: revision === null ? null : BigInt(revision) };
      case 'appended':
        return {
          outcome: 'appended',
          stream: append.stream,
          firstRevision: BigInt(revision!) - BigInt(append.events.length) + 1n,
          lastRevision: BigInt(revision!),
          lastPosition: BigInt(answers.last_positions[n]!),
        };
    }
  });
  return { answers: decided, head: BigInt(answers.last_positions.at(-1)!) };
}

async function sendBatch(
  session: PoolClient,
  authority: string,
  batch: readonly KnownAppend[],
): Promise<Answers> {
  const events = batch.flatMap((append, index) =>
    append.events.map((event, n) => ({ event, append: index + 1, number: n + 1 })),
  );
  const { rows } = await session.query<Answers>({
    name: 'append-events',
    text: 'select * from append_events($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)',
    values: [
      authority,
      binaryArray('text', batch, ({ stream }) => stream),
      binaryArray('text', batch, ({ kind }) => kind),
      binaryArray('text', batch, ({ expect }) => String(expect)),
      binaryArray('integer', earlierOnTheStream(batch), (number) => number),
      binaryArray('uuid', batch, ({ command }) => command.id),
      binaryArray('bytea', batch, ({ command }) => Buffer.from(command.digest, 'hex')),
      binaryArray('integer', batch, (append) => append.events.length),
      binaryArray('integer', events, ({ append }) => append),
      binaryArray('integer', events, ({ number }) => number),
      binaryArray('text', events, ({ event }) => event.header.type),
      binaryArray('bytea', events, ({ event }) => event.headerBytes),
      binaryArray('bytea', events, ({ event }) => event.factsBytes),
      binaryArray('bytea', events, ({ event }) => event.narrativeBytes),
    ],
  });
  return rows[0]!;
}

/** For each append the number, from 1, of the one before it in the batch that goes to the same stream; 0 for none. */
function earlierOnTheStream(batch: readonly Append[]): readonly number[] {
  const last = new Map<string, number>();
  return batch.map(({ stream }, index) => {
    const earlier = last.get(stream) ?? 0;
    last.set(stream, index + 1);
    return earlier;
  });
}

/** A repeat of a command, or another command under its id. */
async function whatBecameOf(
  session: PoolClient,
  authority: string,
  appends: readonly Append[],
): Promise<AppendAnswer[]> {
  const found = await findCommands(
    session,
    authority,
    appends.map(({ command }) => command.id),
  );
  return appends.map(({ command }, n) => {
    const { digest, ...appended } = found[n]!;
    return digest === command.digest
      ? { outcome: 'already-done', ...appended }
      : { outcome: 'command-mismatch' };
  });
}
