import type { Contestant } from './contestants/contestant.js';
import { inParallel } from './in-parallel.js';
import type { Sample } from './measured-case.js';
import { newStream } from './sample-content.js';

export const EVENTS_IN_A_STREAM = 10;
export const BATCH = 100;
export const LOADED = 50;
const STREAMS_TO_LOAD = 200;

/** So many writers: each appends revision 0 to 9 of a stream one by one, then goes on with the next stream. */
export function appendOneByOne(contestant: Contestant, writers: number, seconds: number): Promise<Sample> {
  const streams: string[] = [];
  return inParallel(writers, seconds, (writer, n) => {
    const revision = n % EVENTS_IN_A_STREAM;
    if (revision === 0) streams[writer] = newStream();
    return contestant.append(streams[writer]!, revision);
  });
}

/** One caller, a hundred events a call, each call a new stream. */
export const appendBatches = (contestant: Contestant, seconds: number): Promise<Sample> =>
  inParallel(1, seconds, () => contestant.appendBatch(newStream(), BATCH), { perStep: BATCH });

/** Streams of 50 events, to be loaded. */
export async function makeStreams(contestant: Contestant): Promise<readonly string[]> {
  const streams = Array.from({ length: STREAMS_TO_LOAD }, newStream);
  for (const stream of streams) await contestant.appendBatch(stream, LOADED);
  return streams;
}

/** One caller loads one stream after the other. */
export const loadStreams = (
  contestant: Contestant,
  streams: readonly string[],
  seconds: number,
): Promise<Sample> =>
  inParallel(1, seconds, async (_caller, n) => {
    const events = await contestant.load(streams[n % streams.length]!);
    if (events !== LOADED) throw new Error(`A stream of ${LOADED} came back with ${events} events`);
  });
