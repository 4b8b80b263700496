import { describe, expect, it } from '@jest/globals';
import { anAuthority } from '#event-log/testing';
import { gradingDistributionView as view } from '#views';
import type { EventAtFault } from '../stops/poison-event.js';
import type { Stopped } from '../stops/stop.js';
import type { ViewStoreUnderTest } from './view-store-under-test.js';

const at: EventAtFault = {
  id: '0190c0de-0000-7000-8000-000000000007',
  type: 'CaseGraded',
  stream: 'case-audit-0190c0de-0000-7000-8000-000000000001',
  revision: 3n,
  position: 7n,
};
const FIRST = '2021-07-01T00:00:00.000Z';
const LATER = '2021-07-02T00:00:00.000Z';
const stopped = (now: string, error = 'no such grade', event = at): Stopped => ({ at: event, error, now });

export function stopsContract(underTest: () => ViewStoreUnderTest): void {
  /** An authority whose live generation has come to right before the event. */
  const before = async (authority = anAuthority()): Promise<string> => {
    const { store } = underTest();
    await store.open(view, authority);
    const batch = { view, authority, generation: 1, after: 0n, through: 6n, tables: [], revisions: [] };
    expect(await store.apply(batch)).toBe('applied');
    return authority;
  };

  describe('stops', () => {
    it('tell at which event a generation stopped, since when and how often it was tried', async () => {
      const { store } = underTest();
      const authority = await before();
      expect(await store.stops(view, authority)).toEqual([]);
      await store.stop(view, authority, 1, stopped(FIRST));
      const known = { ...at, generation: 1, version: view.version, error: 'no such grade', since: FIRST };
      expect(await store.stops(view, authority)).toEqual([{ ...known, attempts: 1, retryAsked: false }]);

      await store.askRetry(view, authority, 1);
      expect(await store.stops(view, authority)).toMatchObject([{ attempts: 1, retryAsked: true }]);
      await store.stop(view, authority, 1, stopped(LATER, 'still no such grade'));
      expect(await store.stops(view, authority)).toEqual([
        { ...known, error: 'still no such grade', attempts: 2, retryAsked: false },
      ]);

      const next = { ...at, id: '0190c0de-0000-7000-8000-000000000008', position: 9n };
      await store.stop(view, authority, 1, stopped(LATER, 'another', next));
      expect(await store.stops(view, authority)).toEqual([
        { ...known, ...next, error: 'another', since: LATER, attempts: 1, retryAsked: false },
      ]);
    });

    it('are over once the checkpoint has gone past the event, or they are forgotten', async () => {
      const { store } = underTest();
      const [past, forgotten] = [await before(), await before()];
      for (const authority of [past, forgotten]) await store.stop(view, authority, 1, stopped(FIRST));
      const batch = { view, generation: 1, after: 6n, through: 7n, tables: [], revisions: [] };
      await store.apply({ ...batch, authority: past });
      await store.forgetStop(view, forgotten, 1);
      expect(await store.stops(view, past)).toEqual([]);
      expect(await store.stops(view, forgotten)).toEqual([]);
    });

    it('belong to one generation, and go with it', async () => {
      const { store } = underTest();
      const authority = await before();
      const newer = { ...view, version: view.version + 1 };
      await store.build(newer, authority);
      for (const generation of [1, 2]) await store.stop(view, authority, generation, stopped(FIRST));
      expect(await store.stops(view, authority)).toMatchObject([
        { generation: 1, version: view.version },
        { generation: 2, version: view.version + 1 },
      ]);
      await store.abandon(view, authority, 2);
      await store.build(view, authority);
      expect(await store.stops(view, authority)).toMatchObject([{ generation: 1 }]);
      expect(await store.promote(view, authority, 3, 0n)).toBe('promoted');
      expect(await store.stops(view, authority)).toEqual([]);
    });

    it('are not recorded of a generation, an authority or a view that is not there', async () => {
      const { store } = underTest();
      const authority = await before();
      await store.stop(view, authority, 9, stopped(FIRST));
      const nobody = anAuthority();
      await store.stop(view, nobody, 1, stopped(FIRST));
      await store.askRetry(view, authority, 1);
      await store.stop({ ...view, name: 'another-view' }, authority, 1, stopped(FIRST));
      expect(await store.stops(view, authority)).toEqual([]);
      expect(await store.stops(view, nobody)).toEqual([]);
    });
  });
}
