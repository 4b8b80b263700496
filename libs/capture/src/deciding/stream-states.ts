import { aggregates, type StreamKind } from '#audit-cycle';
import { DEFAULT_PAGE, parseStreamName, streamName, type EventLog, type RecordedEvent } from '#event-log';
import { domainEvent } from './domain-event.js';
import { isStanding, type Standing, type StandingStates } from './standing-states.js';

const MOST_REMEMBERED = 20_000;

/** The state of single streams of any kind. What was folded before is remembered, and only what came since is read. */
export class StreamStates {
  private readonly remembered = new Map<string, Standing<StreamKind>>();

  constructor(
    private readonly log: EventLog,
    private readonly standing: StandingStates,
  ) {}

  /**
   * What is remembered of a stream, be it out of date, and read only where nothing is. Good for deciding when the append expects that
   * very revision, and when a refusal is given only after `load`.
   */
  async recall<K extends StreamKind>(authority: string, kind: K, id: string): Promise<Standing<K>> {
    const known = this.remembered.get(streamName(authority, kind, id)) as Standing<K> | undefined;
    return known ?? this.load(authority, kind, id);
  }

  /** As the log has it at the time of asking, or later. */
  async load<K extends StreamKind>(authority: string, kind: K, id: string): Promise<Standing<K>> {
    const stream = streamName(authority, kind, id);
    if (isStanding(kind)) return (await this.standing.look(authority)).of(kind, id);
    const { initialState, evolve } = aggregates[kind];
    const known = this.remembered.get(stream) as Standing<K> | undefined;
    let { revision, state }: Standing<K> = known ?? { revision: null, state: initialState };
    for (;;) {
      const page: readonly RecordedEvent[] = await this.log.readStream(stream, { after: revision ?? -1n });
      for (const event of page) {
        state = evolve(state, domainEvent<K>(event));
        revision = event.revision;
      }
      if (page.length < DEFAULT_PAGE) break;
    }
    this.remember(stream, { revision, state });
    return { revision, state };
  }

  /** Keeps the newest of the streams that were used last; standing kinds are kept elsewhere. */
  remember(stream: string, loaded: Standing<StreamKind>): void {
    if (isStanding(parseStreamName(stream).kind as StreamKind)) return;
    const known = this.remembered.get(stream);
    this.remembered.delete(stream);
    this.remembered.set(stream, (known?.revision ?? -1n) > (loaded.revision ?? -1n) ? known! : loaded);
    if (this.remembered.size > MOST_REMEMBERED) this.remembered.delete(this.remembered.keys().next().value!);
  }
}
