import { describe, expect, it } from '@jest/globals';
import { setImmediate } from 'node:timers/promises';
import { ahead } from './ahead.js';

/** Counts upwards, and notes what was asked of it. */
function counting(until: number, failsAt = Infinity): { source: AsyncGenerator<number>; noted: string[] } {
  const noted: string[] = [];
  const source = (async function* () {
    try {
      for (let n = 1; n <= until; n += 1) {
        noted.push(`asked for ${n}`);
        if (n === failsAt) throw new Error(`no ${n}`);
        yield n;
      }
    } finally {
      noted.push('ended');
    }
  })();
  return { source, noted };
}

describe('reading ahead', () => {
  it('hands on everything in its order', async () => {
    const got: number[] = [];
    for await (const n of ahead(counting(5).source)) got.push(n);
    expect(got).toEqual([1, 2, 3, 4, 5]);
  });

  it('fetches one ahead of what was taken, and never more', async () => {
    const { source, noted } = counting(5);
    const items = ahead(source);
    expect(noted).toEqual([]);
    await items.next();
    await setImmediate();
    expect(noted).toEqual(['asked for 1', 'asked for 2']);
    await items.next();
    await setImmediate();
    expect(noted).toEqual(['asked for 1', 'asked for 2', 'asked for 3']);
    await items.return();
  });

  it('brings an error in its turn, after what came before it', async () => {
    const items = ahead(counting(5, 2).source);
    expect(await items.next()).toEqual({ done: false, value: 1 });
    await setImmediate();
    await expect(items.next()).rejects.toThrow('no 2');
  });

  it('ends the source when it is ended early, also where what was fetched is an error', async () => {
    for (const failsAt of [Infinity, 2]) {
      const { source, noted } = counting(5, failsAt);
      const items = ahead(source);
      await items.next();
      await items.return();
      expect(noted.at(-1)).toBe('ended');
    }
  });
});
