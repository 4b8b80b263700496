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
import { Appender } from './appending/appender.js';
import type { KnownAppend } from './appending/known-append.js';
import { InBatches } from './batching/in-batches.js';
import type { Limits } from './batching/lane.js';
import { LogNotifications } from './following/log-notifications.js';
import { EventReader } from './reading/event-reader.js';
import { findCommands } from './reading/find-commands.js';
import { query } from './query.js';

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

const HEAD_OF_LOG = query('reading', 'head-of-log');

/** The log in PostgreSQL. Any number of processes may open it on the same database. */
export class PostgresEventLog implements EventLog {
  readonly capabilities = { positions: 'dense' } as const;
  private readonly pool: Pool;
  private readonly reader: EventReader;
  private readonly appends: InBatches<KnownAppend, AppendAnswer>;
  private readonly lookUps: InBatches<string, CommandDone | null>;
  private readonly notifications: LogNotifications;

  constructor({ pool, reads = 'narrative', pollEveryMs = 1000, limits = LIMITS }: PostgresEventLogOptions) {
    this.pool = pool;
    this.reader = new EventReader(pool, reads);
    this.notifications = new LogNotifications(pool, pollEveryMs);
    const appender = new Appender();
    this.appends = new InBatches(pool, {
      send: (session, authority, batch) => appender.append(session, authority, batch),
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
    return this.reader.stream(parseStreamName(stream).authority, stream, after, limit);
  }

  async readAll(authority: string, options: ReadAllOptions = {}): Promise<LogPage> {
    const { after = 0n, limit = DEFAULT_PAGE, filter = {} } = options;
    return this.reader.page(authority, after, limit, filter);
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
    const { rows } = await this.pool.query<{ position: string }>({
      name: 'head-of-log',
      text: HEAD_OF_LOG,
      values: [authority],
    });
    return rows[0] === undefined ? 0n : BigInt(rows[0].position);
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
