import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { Lease, Leases } from '../leases/leases.js';

/** Two processes, of which the first can be killed. */
export interface LeasesUnderTest {
  readonly one: Leases;
  readonly other: Leases;
  kill(): Promise<void>;
}

/** What every adapter of the leases must do. */
export function leasesContract(title: string, underTest: () => LeasesUnderTest): void {
  const names = (leases: readonly Lease[]): readonly string[] => leases.map(({ name }) => name).sort();

  describe(`the leases contract: ${title}`, () => {
    it('gives each name to one of two processes that ask at the same moment', async () => {
      const { one, other } = underTest();
      const wanted = [1, 2, 3].map((n) => `${randomUUID()}/${n}`);
      const taken = await Promise.all([one.take(wanted), other.take(wanted)]);
      expect(names(taken.flat())).toEqual([...wanted].sort());
    });

    it('gives a name once within a process too, and again when it was given back', async () => {
      const { one, other } = underTest();
      const name = randomUUID();
      const both = await Promise.all([one.take([name]), one.take([name])]);
      expect(both.flat()).toHaveLength(1);
      expect(await other.take([name])).toEqual([]);
      await both.flat()[0]!.release();
      expect(names(await other.take([name, randomUUID().concat('/other')]))).toContain(name);
      expect(await one.take([name])).toEqual([]);
    });

    it('takes nothing when nothing is wanted', async () => {
      expect(await underTest().one.take([])).toEqual([]);
    });

    it('wakes the holder of the name that is called, from another process, and no other', async () => {
      const { one, other } = underTest();
      const [called, quiet] = await one.take([randomUUID(), randomUUID()]);
      const end = new AbortController();
      let woken = 0;
      const listening = quiet!.called(end.signal).then(() => (woken += 1));
      const waiting = called!.called(new AbortController().signal);
      await other.call(called!.name);
      await waiting;
      expect(woken).toBe(0);
      end.abort();
      await listening;
    });

    it('lets the next process in when the holder was killed, and tells whoever thinks to have it', async () => {
      const process = underTest();
      const { one, other } = process;
      const name = randomUUID();
      const [lease] = await one.take([name]);
      expect(lease!.lost.aborted).toBe(false);
      const lost = new Promise((resolve) => lease!.lost.addEventListener('abort', resolve));
      await process.kill();
      await lost;
      let taken: readonly Lease[] = [];
      while (taken.length === 0) taken = await other.take([name]);
      // Given back late, by somebody who does not know yet.
      await lease!.release();
      expect(await one.take([name])).toEqual([]);
      await taken[0]!.release();
    });
  });
}
