import type { EventLog, LogPage, RecordedEvent } from '#event-log';

export interface Watch {
  readonly name: string;
  readonly log: EventLog;
  readonly authority: string;
  readonly limit: number;
  /** Only streams of these kinds; all when left out. */
  readonly kinds?: readonly string[];
}

/** Follows a log and writes down everything that it sees. */
export class Watcher {
  readonly seen: RecordedEvent[] = [];
  private readonly stopping = new AbortController();
  private readonly following: Promise<void>;
  private failure: string | null = null;
  private through = 0n;
  private isAtRest = false;
  private moved = (): void => undefined;

  constructor(private readonly watch: Watch) {
    this.following = this.follow().catch((error: unknown) => {
      this.failure = String(error);
      this.moved();
    });
  }

  /** What this watcher must have seen of a record. */
  due(record: readonly RecordedEvent[]): readonly RecordedEvent[] {
    const { kinds } = this.watch;
    return kinds === undefined
      ? record
      : record.filter(({ header }) => kinds.some((kind) => header.stream.includes(`/${kind}-`)));
  }

  /** Waits until it has looked as far as a position, at most so many milliseconds. */
  reaches(position: bigint, patience: number): Promise<void> {
    return this.until(() => this.through >= position, patience);
  }

  /** Waits until it has looked once more from there, found nothing and so waits for news, at most so many milliseconds. */
  rests(patience: number): Promise<void> {
    return this.until(() => this.isAtRest, patience);
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.following;
  }

  /** How what it saw differs from the record that there is in the end: everything once, in that order, and nothing else. */
  findings(record: readonly RecordedEvent[]): readonly string[] {
    const { name } = this.watch;
    const due = this.due(record);
    const findings = this.failure === null ? [] : [`${name} failed: ${this.failure}`];
    const seen = this.seen.map(({ header }) => header.id);
    const missed = due.filter(({ header }) => !seen.includes(header.id));
    if (missed.length > 0) findings.push(`${name} missed ${missed.length} of ${due.length} events`);
    const twice = seen.length - new Set(seen).size;
    if (twice > 0) findings.push(`${name} saw ${twice} events again`);
    const backwards = this.seen.filter((event, n) => n > 0 && event.position <= this.seen[n - 1]!.position);
    if (backwards.length > 0)
      findings.push(`${name} saw ${backwards.length} events after ones of later positions`);
    const revisions = new Map<string, bigint>();
    for (const { header, revision } of this.seen) {
      const expected = (revisions.get(header.stream) ?? -1n) + 1n;
      if (revision !== expected)
        findings.push(`${name} saw revision ${revision} of ${header.stream} where ${expected} was due`);
      revisions.set(header.stream, revision);
    }
    return findings;
  }

  private async until(there: () => boolean, patience: number): Promise<void> {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, patience);
      this.moved = () => {
        if (!there() && this.failure === null) return;
        clearTimeout(timer);
        resolve();
      };
      this.moved();
    });
  }

  /** The log, of which every look by its follower is noticed. */
  private noticed(): EventLog {
    const { log } = this.watch;
    const readAll: EventLog['readAll'] = async (...of): Promise<LogPage> => {
      this.isAtRest = false;
      const page = await log.readAll(...of);
      this.isAtRest = page.through === of[1]?.after;
      this.moved();
      return page;
    };
    return Object.assign(Object.create(log) as EventLog, { readAll });
  }

  private async follow(): Promise<void> {
    const { authority, limit, kinds } = this.watch;
    const log = this.noticed();
    const filter = kinds === undefined ? {} : { kinds };
    const pages = log.follow(authority, { limit, filter, signal: this.stopping.signal });
    for await (const { events, through } of pages) {
      this.seen.push(...events);
      this.through = through;
      this.moved();
    }
  }
}
