import {
  checkedAppend,
  DEFAULT_PAGE,
  parseStreamName,
  type Append,
  type AppendAnswer,
  type CommandDone,
  type EventLog,
  type EventRecord,
  type LogPage,
  type ReadAllOptions,
  type RecordedEvent,
} from '#event-log';
import type { Pool } from '#postgres';
import { appendBatch, type KnownAppend } from './append-batch.js';
import { eventFromRow, type EventRow } from './event-row.js';
import { findCommands } from './find-commands.js';
import { InBatches } from './in-batches.js';
import type { Limits } from './lane.js';
import { LogNotifications } from './log-notifications.js';

export interface PostgresEventLogOptions {
  /**
   * Sessions under the role touchstone_append, or touchstone_project where only facts are read; one of them listens while anybody
   * follows.
   */
  readonly pool: Pool;
  /** `facts`: events come as if they had no narrative, and nothing can be appended. `narrative` unless given. */
  readonly reads?: 'narrative' | 'facts';
  /** How long a follower waits for a notification before it looks by itself, in milliseconds. */
  readonly pollEveryMs?: number;
  /** How much is appended at once, and how much may wait for that; sizes are bytes. */
  readonly limits?: Limits;
}

const MEBIBYTE = 1024 * 1024;
const LIMITS: Limits = {
  atOnce: { requests: 256, size: 4 * MEBIBYTE },
  waiting: { requests: 10_000, size: 64 * MEBIBYTE },
};

/** A row of read_log: the head of the log, and an event unless none was found. */
type LogRow = { readonly head: string } & (EventRow | { readonly position: null });

const holdsEvent = (row: LogRow): row is LogRow & EventRow => row.position !== null;

/** The log in PostgreSQL. Any number of processes may open it on the same database. */
export class PostgresEventLog implements EventLog {
  readonly capabilities = { positions: 'dense' } as const;
  private readonly pool: Pool;
  private readonly suffix: '' | '_facts';
  private readonly appends: InBatches<KnownAppend, AppendAnswer>;
  private readonly lookUps: InBatches<string, CommandDone | null>;
  private readonly notifications: LogNotifications;

  constructor({ pool, reads = 'narrative', pollEveryMs = 1000, limits = LIMITS }: PostgresEventLogOptions) {
    this.pool = pool;
    this.suffix = reads === 'facts' ? '_facts' : '';
    this.notifications = new LogNotifications(pool, pollEveryMs);
    this.appends = new InBatches(pool, {
      send: appendBatch,
      keyOf: ({ command }) => command.id.toLowerCase(),
      sizeOf: ({ events }) => events.reduce((bytes, event) => bytes + sizeOf(event), 0),
      limits,
    });
    this.lookUps = new InBatches(pool, {
      send: findCommands,
      keyOf: (id) => id.toLowerCase(),
      sizeOf: (id) => id.length,
      limits,
    });
  }

  async append(append: Append): Promise<AppendAnswer> {
    const { authority, kind } = checkedAppend(append);
    const answer = await this.appends.ask(authority, { ...append, kind });
    if (answer.outcome === 'appended') this.notifications.tell(authority);
    return answer;
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
      text: `select * from read_stream${this.suffix}($1, $2, $3, $4)`,
      values: [parseStreamName(stream).authority, stream, after, limit],
    });
    return rows.map(eventFromRow);
  }

  async readAll(authority: string, options: ReadAllOptions = {}): Promise<LogPage> {
    const { after = 0n, limit = DEFAULT_PAGE, filter = {} } = options;
    const { rows } = await this.pool.query<LogRow>({
      name: 'read-log',
      text: `select * from read_log${this.suffix}($1, $2, $3, $4, $5)`,
      values: [authority, after, distinct(filter.types), distinct(filter.kinds), limit],
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

const sizeOf = ({ headerBytes, factsBytes, narrativeBytes }: EventRecord): number =>
  headerBytes.length + factsBytes.length + (narrativeBytes?.length ?? 0);

const distinct = (names: readonly string[] | undefined): readonly string[] | null =>
  names === undefined ? null : [...new Set(names)];
