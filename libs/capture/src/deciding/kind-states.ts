import { aggregates, type AggregateTypes, type StreamKind } from '#audit-cycle';
import { parseStreamName, type EventLog } from '#event-log';
import { domainEvent } from './domain-event.js';

export type StatesById<K extends StreamKind> = ReadonlyMap<string, AggregateTypes[K]['state']>;

interface Known<K extends StreamKind> {
  readonly states: Map<string, AggregateTypes[K]['state']>;
  through: bigint;
  reading: Promise<void> | null;
  waiting: Promise<void> | null;
}

/**
 * The states of all streams of one kind, for questions that no single stream answers: who manages whom, which actions a child
 * has, which children were drawn. Kept in memory and brought up to date from the log before every answer.
 */
export class KindStates<K extends StreamKind> {
  private readonly authorities = new Map<string, Known<K>>();

  constructor(
    private readonly log: EventLog,
    private readonly kind: K,
  ) {}

  /** As the log stands at the time of asking, or later. */
  async current(authority: string): Promise<StatesById<K>> {
    let known = this.authorities.get(authority);
    if (known === undefined) {
      known = { states: new Map(), through: 0n, reading: null, waiting: null };
      this.authorities.set(authority, known);
    }
    await this.refresh(authority, known);
    return known.states;
  }

  /** A read that is under way may have begun before the question was asked, so whoever comes meanwhile shares the next one. */
  private refresh(authority: string, known: Known<K>): Promise<void> {
    if (known.reading === null)
      return (known.reading = this.read(authority, known).finally(() => (known.reading = null)));
    known.waiting ??= known.reading
      .catch(() => undefined)
      .then(() => {
        known.waiting = null;
        return this.refresh(authority, known);
      });
    return known.waiting;
  }

  private async read(authority: string, known: Known<K>): Promise<void> {
    const { initialState, evolve } = aggregates[this.kind];
    for (;;) {
      const page = await this.log.readAll(authority, {
        after: known.through,
        filter: { kinds: [this.kind] },
      });
      if (page.through === known.through) return;
      for (const event of page.events) {
        const { id } = parseStreamName(event.header.stream);
        known.states.set(id, evolve(known.states.get(id) ?? initialState, domainEvent<K>(event)));
      }
      known.through = page.through;
    }
  }
}
