import { describe, expect, it } from '@jest/globals';
import { atMost } from './at-most.js';

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('working on many things at once', () => {
  it('does each once, and never more at once than allowed', async () => {
    let [now, most] = [0, 0];
    const done: number[] = [];
    await atMost(3, [1, 2, 3, 4, 5, 6, 7], async (item) => {
      now += 1;
      most = Math.max(most, now);
      await turn();
      done.push(item);
      now -= 1;
    });
    expect(done.sort()).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(most).toBe(3);
  });

  it('begins nothing new after a failure, waits for what is under way, and throws it', async () => {
    const [begun, ended]: [number[], number[]] = [[], []];
    const working = atMost(2, [1, 2, 3, 4], async (item) => {
      begun.push(item);
      if (item === 1) throw new Error('one failed');
      await turn();
      ended.push(item);
    });
    await expect(working).rejects.toThrow('one failed');
    expect(begun).toEqual([1, 2]);
    expect(ended).toEqual([2]);
  });
});
