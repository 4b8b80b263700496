import type { Append, AppendAnswer } from '#event-log';
import type { Pool } from '#postgres';

interface AnswerRow {
  readonly append_number: number;
  readonly outcome: AppendAnswer['outcome'];
  readonly stream: string;
  readonly first_revision: string | null;
  readonly last_revision: string | null;
  readonly last_position: string | null;
}

/** Sends a batch of appends to one authority in one round trip, committed together; the answers are in the batch's order. */
export async function appendBatch(
  pool: Pool,
  authority: string,
  batch: readonly Append[],
): Promise<AppendAnswer[]> {
  const events = batch.flatMap((append) => append.events);
  const { rows } = await pool.query<AnswerRow>({
    name: 'append-events',
    text: 'select * from append_events($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) order by append_number',
    values: [
      authority,
      batch.map(({ stream }) => stream),
      batch.map(({ expect }) => String(expect)),
      batch.map(({ command }) => command.id),
      batch.map(({ command }) => Buffer.from(command.digest, 'hex')),
      batch.map((append) => append.events.length),
      events.map(({ header }) => header.type),
      events.map(({ headerBytes }) => headerBytes),
      events.map(({ factsBytes }) => factsBytes),
      events.map(({ narrativeBytes }) => narrativeBytes),
    ],
  });
  return rows.map(answerFromRow);
}

function answerFromRow(row: AnswerRow): AppendAnswer {
  switch (row.outcome) {
    case 'conflict':
      return { outcome: 'conflict', revision: row.last_revision === null ? null : BigInt(row.last_revision) };
    case 'command-mismatch':
      return { outcome: 'command-mismatch' };
    case 'appended':
    case 'already-done':
      return {
        outcome: row.outcome,
        stream: row.stream,
        firstRevision: BigInt(row.first_revision!),
        lastRevision: BigInt(row.last_revision!),
        lastPosition: BigInt(row.last_position!),
      };
  }
}
