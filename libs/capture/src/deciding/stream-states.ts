import { aggregates, type AggregateTypes, type StreamKind } from '#audit-cycle';
import { DEFAULT_PAGE, streamName, type EventLog, type RecordedEvent } from '#event-log';
import { domainEvent } from './domain-event.js';

export interface StreamState<K extends StreamKind> {
  /** Null for a stream without events. */
  readonly revision: bigint | null;
  readonly state: AggregateTypes[K]['state'];
}

const MOST_REMEMBERED = 20_000;

/**
 * The state of single streams. What was folded before is remembered and only what came since is read, so an answer is never
 * older than the question.
 */
export class StreamStates {
  private readonly remembered = new Map<string, StreamState<StreamKind>>();

  constructor(private readonly log: EventLog) {}

  async load<K extends StreamKind>(authority: string, kind: K, id: string): Promise<StreamState<K>> {
    const stream = streamName(authority, kind, id);
    const { initialState, evolve } = aggregates[kind];
    const known = this.remembered.get(stream) as StreamState<K> | undefined;
    let { revision, state } = known ?? { revision: null, state: initialState };
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

  /** Keeps the newest of the streams that were used last. */
  private remember(stream: string, loaded: StreamState<StreamKind>): void {
    const known = this.remembered.get(stream);
    this.remembered.delete(stream);
    this.remembered.set(stream, (known?.revision ?? -1n) > (loaded.revision ?? -1n) ? known! : loaded);
    if (this.remembered.size > MOST_REMEMBERED) this.remembered.delete(this.remembered.keys().next().value!);
  }
}
