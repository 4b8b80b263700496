import {
  checkedAppend,
  DEFAULT_PAGE,
  parseStreamName,
  type Append,
  type AppendAnswer,
  type CommandDone,
  type EventLog,
  type LogPage,
  type ReadAllOptions,
  type RecordedEvent,
} from '#event-log';
import type { Pool } from '#postgres';
import { appendBatch } from './append-batch.js';
import { EVENT_COLUMNS, eventFromRow, type EventRow } from './event-row.js';
import { GroupCommit } from './group-commit.js';
import { LogNotifications } from './log-notifications.js';

export interface PostgresEventLogOptions {
  /** Sessions under the role touchstone_append; one of them listens while anybody follows. */
  readonly pool: Pool;
  /** How long a follower waits for a notification before it looks by itself, in milliseconds. */
  readonly pollEveryMs?: number;
}

type CommandRow = Record<'digest' | 'stream' | 'first_revision' | 'last_revision' | 'last_position', string>;

/** The log in PostgreSQL. Any number of processes may open it on the same database. */
export class PostgresEventLog implements EventLog {
  readonly capabilities = { positions: 'dense' } as const;
  private readonly pool: Pool;
  private readonly commits: GroupCommit;
  private readonly notifications: LogNotifications;

  constructor({ pool, pollEveryMs = 1000 }: PostgresEventLogOptions) {
    this.pool = pool;
    this.commits = new GroupCommit((authority, batch) => appendBatch(pool, authority, batch));
    this.notifications = new LogNotifications(pool, pollEveryMs);
  }

  async append(append: Append): Promise<AppendAnswer> {
    return this.commits.append(checkedAppend(append).authority, append);
  }

  async findCommand(authority: string, commandId: string): Promise<CommandDone | null> {
    const { rows } = await this.pool.query<CommandRow>({
      name: 'find-command',
      text: `select encode(digest, 'hex') as digest, stream, first_revision, last_revision, last_position
               from find_command($1, $2)`,
      values: [authority, commandId],
    });
    const [row] = rows;
    if (row === undefined) return null;
    return {
      stream: row.stream,
      digest: row.digest,
      firstRevision: BigInt(row.first_revision),
      lastRevision: BigInt(row.last_revision),
      lastPosition: BigInt(row.last_position),
    };
  }

  async readStream(
    stream: string,
    options: { after?: bigint; limit?: number } = {},
  ): Promise<readonly RecordedEvent[]> {
    const { after = -1n, limit = DEFAULT_PAGE } = options;
    const { rows } = await this.pool.query<EventRow>({
      name: 'read-stream',
      text: `select ${EVENT_COLUMNS} from read_stream($1, $2, $3, $4)`,
      values: [parseStreamName(stream).authority, stream, after, limit],
    });
    return rows.map(eventFromRow);
  }

  async readAll(authority: string, options: ReadAllOptions = {}): Promise<LogPage> {
    const { after = 0n, limit = DEFAULT_PAGE, filter = {} } = options;
    // The head is read first: whatever is committed afterwards belongs to the next page, so `through` never skips an event.
    const head = await this.head(authority);
    if (head <= after) return { events: [], through: after };
    const { rows } = await this.pool.query<EventRow>({
      name: 'read-log',
      text: `select ${EVENT_COLUMNS} from read_log($1, $2, $3, $4, $5, $6)`,
      values: [authority, after, head, filter.types ?? null, filter.kinds ?? null, limit],
    });
    const events = rows.map(eventFromRow);
    return { events, through: events.length === limit ? events.at(-1)!.position : head };
  }

  async *follow(
    authority: string,
    options: ReadAllOptions & { signal: AbortSignal },
  ): AsyncIterable<LogPage> {
    let after = options.after ?? 0n;
    while (!options.signal.aborted) {
      await this.notifications.listen();
      // Waiting begins before the look, so what is notified during the look is not slept through.
      const watch = this.notifications.watch(authority, options.signal);
      const page = await this.readAll(authority, { ...options, after });
      if (page.through > after) {
        watch.cancel();
        after = page.through;
        yield page;
      } else {
        await watch.news;
      }
    }
  }

  async head(authority: string): Promise<bigint> {
    const { rows } = await this.pool.query<{ head: string }>({
      name: 'head-of-log',
      text: 'select head_of_log($1) as head',
      values: [authority],
    });
    return BigInt(rows[0]!.head);
  }

  async authorities(): Promise<readonly string[]> {
    const { rows } = await this.pool.query<{ authority: string }>(
      'select authority from authority order by authority',
    );
    return rows.map(({ authority }) => authority);
  }

  /** Ends listening; the pool stays with whoever made it. */
  async close(): Promise<void> {
    await this.notifications.close();
  }
}
