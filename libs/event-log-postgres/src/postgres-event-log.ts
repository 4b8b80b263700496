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
import { eventFromRow, READING, type EventRow } from './event-row.js';
import { findCommands } from './find-commands.js';
import { InBatches } from './in-batches.js';
import { LogNotifications } from './log-notifications.js';

export interface PostgresEventLogOptions {
  /**
   * Sessions under the role touchstone_append, or touchstone_project where only facts are read; one of them listens while anybody
   * follows.
   */
  readonly pool: Pool;
  /** `facts`: events come as if they had no narrative, and nothing can be appended. `narrative` unless given. */
  readonly reads?: keyof typeof READING;
  /** How long a follower waits for a notification before it looks by itself, in milliseconds. */
  readonly pollEveryMs?: number;
}

/** A row of read_log: the head of the log, and an event unless none was found. */
type LogRow = { readonly head: string } & (EventRow | { readonly position: null });

const holdsEvent = (row: LogRow): row is LogRow & EventRow => row.position !== null;

/** The log in PostgreSQL. Any number of processes may open it on the same database. */
export class PostgresEventLog implements EventLog {
  readonly capabilities = { positions: 'dense' } as const;
  private readonly pool: Pool;
  private readonly reading: (typeof READING)[keyof typeof READING];
  private readonly appends: InBatches<Append, AppendAnswer>;
  private readonly lookUps: InBatches<string, CommandDone | null>;
  private readonly notifications: LogNotifications;

  constructor({ pool, reads = 'narrative', pollEveryMs = 1000 }: PostgresEventLogOptions) {
    this.pool = pool;
    this.reading = READING[reads];
    this.appends = new InBatches((authority, batch) => appendBatch(pool, authority, batch));
    this.lookUps = new InBatches((authority, ids) => findCommands(pool, authority, ids));
    this.notifications = new LogNotifications(pool, pollEveryMs);
  }

  async append(append: Append): Promise<AppendAnswer> {
    return this.appends.ask(checkedAppend(append).authority, append);
  }

  async findCommand(authority: string, commandId: string): Promise<CommandDone | null> {
    return this.lookUps.ask(authority, commandId);
  }

  async readStream(
    stream: string,
    options: { after?: bigint; limit?: number } = {},
  ): Promise<readonly RecordedEvent[]> {
    const { after = -1n, limit = DEFAULT_PAGE } = options;
    const { rows } = await this.pool.query<EventRow>({
      name: 'read-stream',
      text: `select ${this.reading.columns} from ${this.reading.stream}($1, $2, $3, $4)`,
      values: [parseStreamName(stream).authority, stream, after, limit],
    });
    return rows.map(eventFromRow);
  }

  async readAll(authority: string, options: ReadAllOptions = {}): Promise<LogPage> {
    const { after = 0n, limit = DEFAULT_PAGE, filter = {} } = options;
    const { rows } = await this.pool.query<LogRow>({
      name: 'read-log',
      text: `select head, ${this.reading.columns} from ${this.reading.log}($1, $2, $3, $4, $5)`,
      values: [authority, after, filter.types ?? null, filter.kinds ?? null, limit],
    });
    const events = rows.filter(holdsEvent).map(eventFromRow);
    if (events.length === limit) return { events, through: events.at(-1)!.position };
    const head = BigInt(rows[0]!.head);
    return { events, through: head > after ? head : after };
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
