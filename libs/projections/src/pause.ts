import { setTimeout } from 'node:timers/promises';

/** Waits so many milliseconds, or until the signal is aborted. */
export type Pause = (milliseconds: number, signal: AbortSignal) => Promise<void>;

export const pause: Pause = async (milliseconds, signal) => {
  try {
    await setTimeout(milliseconds, undefined, { signal });
  } catch (error) {
    if (!signal.aborted) throw error;
  }
};

const SHORTEST = 250;
const LONGEST = 30_000;

/** How long to wait after so many failures in a row: a quarter of a second at first, doubled each time, at most half a minute. */
export const backOff = (failures: number): number => Math.min(SHORTEST * 2 ** (failures - 1), LONGEST);
