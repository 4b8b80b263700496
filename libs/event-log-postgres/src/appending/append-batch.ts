import type { Append, AppendAnswer } from '#event-log';
import { binaryArray, type PoolClient } from '#postgres';

/** An append and the kind of its stream. */
export interface KnownAppend extends Append {
  readonly kind: string;
}

/** What append_events answers: arrays in the order of the appends, whole numbers as text. */
interface Answers {
  readonly outcomes: readonly AppendAnswer['outcome'][];
  readonly done_streams: readonly (string | null)[];
  readonly first_revisions: readonly (string | null)[];
  readonly last_revisions: readonly (string | null)[];
  readonly last_positions: readonly (string | null)[];
}

/**
 * Sends a batch of appends to one authority in one round trip, committed together; the answers are in the batch's order.
 * No command id may be in it twice.
 */
export async function appendBatch(
  session: PoolClient,
  authority: string,
  batch: readonly KnownAppend[],
): Promise<AppendAnswer[]> {
  const events = batch.flatMap((append) => append.events);
  const { rows } = await session.query<Answers>({
    name: 'append-events',
    text: 'select * from append_events($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)',
    values: [
      authority,
      binaryArray('text', batch, ({ stream }) => stream),
      binaryArray('text', batch, ({ kind }) => kind),
      binaryArray('text', batch, ({ expect }) => String(expect)),
      binaryArray('integer', earlierOnTheStream(batch), (number) => number),
      binaryArray('uuid', batch, ({ command }) => command.id),
      binaryArray('bytea', batch, ({ command }) => Buffer.from(command.digest, 'hex')),
      binaryArray('integer', batch, (append) => append.events.length),
      binaryArray(
        'integer',
        batch.flatMap((append, index) => append.events.map(() => index + 1)),
        (number) => number,
      ),
      binaryArray('text', events, ({ header }) => header.type),
      binaryArray('bytea', events, ({ headerBytes }) => headerBytes),
      binaryArray('bytea', events, ({ factsBytes }) => factsBytes),
      binaryArray('bytea', events, ({ narrativeBytes }) => narrativeBytes),
    ],
  });
  return batch.map((append, index) => answerOf(append, rows[0]!, index));
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

function answerOf({ stream }: Append, answers: Answers, index: number): AppendAnswer {
  const outcome = answers.outcomes[index]!;
  const revision = answers.last_revisions[index] ?? null;
  switch (outcome) {
    case 'conflict':
      return { outcome, revision: revision === null ? null : BigInt(revision) };
    case 'command-mismatch':
      return { outcome };
    case 'appended':
    case 'already-done':
      return {
        outcome,
        stream: answers.done_streams[index] ?? stream,
        firstRevision: BigInt(answers.first_revisions[index]!),
        lastRevision: BigInt(revision!),
        lastPosition: BigInt(answers.last_positions[index]!),
      };
  }
}
