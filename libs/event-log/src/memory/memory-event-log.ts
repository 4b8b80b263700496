import { checkedAppend } from '../checked-append.js';
import {
  DEFAULT_PAGE,
  type Append,
  type AppendAnswer,
  type Appended,
  type CommandDone,
  type EventLog,
  type Expectation,
  type LogPage,
  type ReadAllOptions,
} from '../event-log.js';
import type { RecordedEvent } from '../record/event-record.js';
import { matches } from './matches.js';

interface AuthorityLog {
  readonly events: RecordedEvent[];
  readonly streams: Map<string, RecordedEvent[]>;
  readonly commands: Map<string, CommandDone>;
}

/** The log in memory, for tests of what stands on it. It forgets everything when the process ends. */
export class MemoryEventLog implements EventLog {
  readonly capabilities = { positions: 'dense' } as const;
  private readonly logs = new Map<string, AuthorityLog>();
  private readonly wakeUps = new Set<() => void>();

  constructor(private readonly now: () => Date) {}

  async append(append: Append): Promise<AppendAnswer> {
    const { authority } = checkedAppend(append);
    const log = this.logOf(authority);
    const done = log.commands.get(append.command.id);
    if (done !== undefined) {
      const { digest, ...appended } = done;
      return digest === append.command.digest
        ? { outcome: 'already-done', ...appended }
        : { outcome: 'command-mismatch' };
    }
    const stream = log.streams.get(append.stream) ?? [];
    const revision = stream.at(-1)?.revision ?? null;
    if (!holds(append.expect, revision)) return { outcome: 'conflict', revision };
    const appended = this.place(log, stream, append);
    log.streams.set(append.stream, stream);
    log.commands.set(append.command.id, { ...appended, digest: append.command.digest });
    for (const wakeUp of this.wakeUps) wakeUp();
    return { outcome: 'appended', ...appended };
  }

  async findCommand(authority: string, commandId: string): Promise<CommandDone | null> {
    return this.logs.get(authority)?.commands.get(commandId) ?? null;
  }

  async readStream(
    name: string,
    options: { after?: bigint; limit?: number } = {},
  ): Promise<readonly RecordedEvent[]> {
    const authority = name.slice(0, name.indexOf('/'));
    const events = this.logs.get(authority)?.streams.get(name) ?? [];
    const { after = -1n, limit = DEFAULT_PAGE } = options;
    return events.filter((event) => event.revision > after).slice(0, limit);
  }

  async readAll(
    authority: string,
    { after = 0n, limit = DEFAULT_PAGE, filter = {} }: ReadAllOptions = {},
  ): Promise<LogPage> {
    const found: RecordedEvent[] = [];
    let through = after;
    for (const event of (this.logs.get(authority)?.events ?? []).slice(Number(after))) {
      if (found.length === limit) break;
      if (matches(event, filter)) found.push(event);
      through = event.position;
    }
    return { events: found, through };
  }

  async *follow(
    authority: string,
    options: ReadAllOptions & { signal: AbortSignal },
  ): AsyncIterable<LogPage> {
    let after = options.after ?? 0n;
    while (!options.signal.aborted) {
      // Waiting begins before the look, so what comes during the look is not slept through.
      const { news, cancel } = this.somethingNew(options.signal);
      const page = await this.readAll(authority, { ...options, after });
      if (page.through > after) {
        cancel();
        after = page.through;
        yield page;
      } else {
        await news;
      }
    }
  }

  async head(authority: string): Promise<bigint> {
    return BigInt(this.logs.get(authority)?.events.length ?? 0);
  }

  async authorities(): Promise<readonly string[]> {
    return [...this.logs.keys()].sort();
  }

  private logOf(authority: string): AuthorityLog {
    const log = this.logs.get(authority) ?? { events: [], streams: new Map(), commands: new Map() };
    this.logs.set(authority, log);
    return log;
  }

  private place(log: AuthorityLog, stream: RecordedEvent[], { stream: name, events }: Append): Appended {
    const firstRevision = BigInt(stream.length);
    for (const event of events) {
      const previous = log.events.at(-1)?.recordedAt ?? '';
      const now = this.now().toISOString();
      const recorded: RecordedEvent = {
        ...event,
        position: BigInt(log.events.length + 1),
        revision: BigInt(stream.length),
        recordedAt: now > previous ? now : previous,
      };
      log.events.push(recorded);
      stream.push(recorded);
    }
    return {
      stream: name,
      firstRevision,
      lastRevision: BigInt(stream.length - 1),
      lastPosition: BigInt(log.events.length),
    };
  }

  private somethingNew(signal: AbortSignal): { readonly news: Promise<void>; readonly cancel: () => void } {
    const { promise: news, resolve } = Promise.withResolvers<void>();
    const cancel = (): void => {
      this.wakeUps.delete(cancel);
      signal.removeEventListener('abort', cancel);
      resolve();
    };
    this.wakeUps.add(cancel);
    signal.addEventListener('abort', cancel);
    if (signal.aborted) cancel();
    return { news, cancel };
  }
}

function holds(expect: Expectation, revision: bigint | null): boolean {
  if (expect === 'any') return true;
  if (expect === 'none') return revision === null;
  if (expect === 'exists') return revision !== null;
  return revision === expect;
}
