import type { EventStore } from './event-store.js';
import { inParallel } from './in-parallel.js';
import type { Sample } from './measured-case.js';
import { newStream } from './sample-content.js';

const EVENTS_IN_A_STREAM = 10;
export const BATCH = 100;
export const LOADED = 50;
const STREAMS_TO_LOAD = 200;

/** So many writers: each appends revision 0 to 9 of a stream one by one, then goes on with the next stream. */
export function appendAlone(store: EventStore, writers: number, seconds: number): Promise<Sample> {
  const streams: string[] = [];
  return inParallel(writers, seconds, (writer, n) => {
    const revision = n % EVENTS_IN_A_STREAM;
    if (revision === 0) streams[writer] = newStream();
    return store.append(streams[writer]!, revision);
  });
}

/** One caller, a hundred events a call, each call a new stream. */
export function appendBatches(store: EventStore, seconds: number): Promise<Sample> {
  return inParallel(1, seconds, () => store.appendBatch(newStream(), BATCH), { perStep: BATCH });
}

/** Makes streams of 50 and gives the turn in which one caller loads one after the other. */
export async function loading(store: EventStore, seconds: number): Promise<() => Promise<Sample>> {
  const streams = Array.from({ length: STREAMS_TO_LOAD }, newStream);
  for (const stream of streams) await store.appendBatch(stream, LOADED);
  return () =>
    inParallel(1, seconds, async (_caller, n) => {
      const events = await store.load(streams[n % streams.length]!);
      if (events !== LOADED) throw new Error(`A stream of ${LOADED} came back with ${events} events`);
    });
}
