import type { CommandDone } from '#event-log';
import { binaryArray, type PoolClient } from '#postgres';
import { query } from '../query.js';

const TEXT = query('reading', 'find-commands');

type CommandRow = Record<
  'id' | 'digest' | 'stream' | 'first_revision' | 'last_revision' | 'last_position',
  string
>;

/** What became of several commands of one authority, in one round trip; null for one that was never done. */
export async function findCommands(
  session: PoolClient,
  authority: string,
  ids: readonly string[],
): Promise<(CommandDone | null)[]> {
  const { rows } = await session.query<CommandRow>({
    name: 'find-commands',
    text: TEXT,
    values: [authority, binaryArray('uuid', ids, (id) => id)],
  });
  const found = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => {
    const row = found.get(id.toLowerCase());
    return row === undefined ? null : commandFromRow(row);
  });
}

const commandFromRow = (row: CommandRow): CommandDone => ({
  stream: row.stream,
  digest: row.digest,
  firstRevision: BigInt(row.first_revision),
  lastRevision: BigInt(row.last_revision),
  lastPosition: BigInt(row.last_position),
});
