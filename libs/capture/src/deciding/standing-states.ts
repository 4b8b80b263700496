import { aggregates, type AggregateTypes, type StreamKind } from '#audit-cycle';
import { parseStreamName, type EventLog, type RecordedEvent } from '#event-log';
import { ActionsBy } from './actions-by.js';
import { domainEvent } from './domain-event.js';

/** Kinds with few events that many decisions ask for: who works here, what was drawn, which actions a child has. */
export const STANDING_KINDS = [
  'authority',
  'audit-tool',
  'policy',
  'working-calendar',
  'person',
  'cycle',
  'improvement-action',
  'review-round',
] as const;
export type StandingKind = (typeof STANDING_KINDS)[number];

export const isStanding = (kind: StreamKind): kind is StandingKind =>
  (STANDING_KINDS as readonly StreamKind[]).includes(kind);

export interface Standing<K extends StreamKind> {
  /** Null for a stream without events. */
  readonly revision: bigint | null;
  readonly state: AggregateTypes[K]['state'];
}

type Streams = { readonly [K in StandingKind]: Map<string, Standing<K>> };

interface Known {
  readonly streams: Streams;
  readonly actionsBy: ActionsBy;
  through: bigint;
  reading: Promise<void> | null;
  next: Promise<void> | null;
}

/** How things stand in an authority: everything of the standing kinds, as the log had it when it was asked, or later. */
export class StandingStates {
  private readonly authorities = new Map<string, Known>();

  constructor(private readonly log: EventLog) {}

  /** Authorities that something is kept of. */
  get known(): readonly string[] {
    return [...this.authorities.keys()];
  }

  /** Brings what is known up to date and answers with it. Many who ask at once share one reading of the log. */
  async look(authority: string): Promise<StandingLook> {
    let known = this.authorities.get(authority);
    if (known === undefined) {
      known = { streams: emptyStreams(), actionsBy: new ActionsBy(), through: 0n, reading: null, next: null };
      this.authorities.set(authority, known);
    }
    await this.refresh(authority, known);
    // Anybody may ask for an authority that there is not; nothing is kept of it.
    if (known.through === 0n) this.authorities.delete(authority);
    return new StandingLook(known.streams, known.actionsBy);
  }

  /** The states alone, by id. */
  async states<K extends StandingKind>(
    authority: string,
    kind: K,
  ): Promise<ReadonlyMap<string, AggregateTypes[K]['state']>> {
    const all = (await this.look(authority)).all(kind);
    return new Map([...all].map(([id, { state }]) => [id, state]));
  }

  /** A reading that is under way may have begun before the question was asked, so whoever comes meanwhile shares the next one. */
  private refresh(authority: string, known: Known): Promise<void> {
    if (known.reading === null) {
      known.reading = this.read(authority, known).finally(() => (known.reading = null));
      return known.reading;
    }
    known.next ??= known.reading
      .catch(() => undefined)
      .then(() => {
        known.next = null;
        return this.refresh(authority, known);
      });
    return known.next;
  }

  private async read(authority: string, known: Known): Promise<void> {
    for (;;) {
      const page = await this.log.readAll(authority, {
        after: known.through,
        filter: { kinds: STANDING_KINDS },
      });
      for (const event of page.events) {
        const { kind, id } = parseStreamName(event.header.stream);
        fold(known, kind as StandingKind, id, event);
      }
      const more = page.through > known.through && page.events.length > 0;
      known.through = page.through;
      if (!more) return;
    }
  }
}

/** What one question sees. */
export class StandingLook {
  constructor(
    private readonly streams: Streams,
    readonly actionsBy: ActionsBy,
  ) {}

  of<K extends StandingKind>(kind: K, id: string): Standing<K> {
    return this.all(kind).get(id) ?? { revision: null, state: aggregates[kind].initialState };
  }

  /** Streams in the order of their first events. */
  all<K extends StandingKind>(kind: K): ReadonlyMap<string, Standing<K>> {
    return this.streams[kind];
  }
}

function fold<K extends StandingKind>(
  { streams, actionsBy }: Known,
  kind: K,
  id: string,
  event: RecordedEvent,
): void {
  const { initialState, evolve } = aggregates[kind];
  const known = streams[kind].get(id);
  // A page whose folding broke off is read again from its beginning.
  if (known !== undefined && event.revision <= (known.revision ?? -1n)) return;
  const state = evolve(known?.state ?? initialState, domainEvent<K>(event));
  streams[kind].set(id, { revision: event.revision, state });
  if (known === undefined && kind === 'improvement-action') {
    actionsBy.add(id, state as AggregateTypes['improvement-action']['state']);
  }
}

const emptyStreams = (): Streams => ({
  authority: new Map(),
  'audit-tool': new Map(),
  policy: new Map(),
  'working-calendar': new Map(),
  person: new Map(),
  cycle: new Map(),
  'improvement-action': new Map(),
  'review-round': new Map(),
});
