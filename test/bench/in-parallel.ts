import type { Sample } from './measured-case.js';

/**
 * Lets so many callers repeat a step for so many seconds, each waiting for its answer before it asks again. What is under way
 * when the time is up is finished and counts, in work and in time.
 */
export async function inParallel(
  callers: number,
  seconds: number,
  step: (caller: number, n: number) => Promise<void>,
  { perStep = 1 }: { readonly perStep?: number } = {},
): Promise<Sample> {
  const latencies: number[] = [];
  const started = performance.now();
  const deadline = started + seconds * 1000;
  const call = async (caller: number): Promise<void> => {
    let before = started;
    for (let n = 0; before < deadline; n += 1) {
      await step(caller, n);
      const now = performance.now();
      latencies.push(now - before);
      before = now;
    }
  };
  await Promise.all(Array.from({ length: callers }, (_, caller) => call(caller)));
  const elapsed = (performance.now() - started) / 1000;
  return { rate: (latencies.length * perStep) / elapsed, latencies };
}
