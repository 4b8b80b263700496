import { describe, expect, it } from '@jest/globals';
import { anAuthority } from '#event-log/testing';
import { gradingDistribution, gradingDistributionView as view } from '#views';
import { cycleOf35, idOf } from '#views/testing';
import { digestOf } from '../digest.js';
import { keepUp } from './keep-up.js';
import type { ViewStoreUnderTest } from './view-store-under-test.js';

const { events } = cycleOf35();
const nothing = { tables: [], revisions: [] };

export function generationsContract(underTest: () => ViewStoreUnderTest): void {
  describe('generations', () => {
    it('opens one live generation, and the same one the next time', async () => {
      const { store } = underTest();
      const authority = anAuthority();
      expect(await store.generations(view, authority)).toEqual({ live: null, building: null });
      const opened = await Promise.all([store.open(view, authority), store.open(view, authority)]);
      expect(opened).toEqual(Array(2).fill({ number: 1, version: view.version, position: 0n }));
      expect(await store.generations({ ...view, name: 'another-view' }, authority)).toEqual({
        live: null,
        building: null,
      });
    });

    it('moves a checkpoint only from where it stands, and writes nothing otherwise', async () => {
      const { store } = underTest();
      const authority = anAuthority();
      await keepUp(store, view, authority, events);
      const before = await digestOf(store, view, authority);
      const { live } = await store.generations(view, authority);
      const rows = await store.load(view, authority, 1, [{ kind: 'case-audit', id: idOf('case-audit', 1) }]);
      const changed = rows.tables.map(({ table, rows: found }) => ({
        table,
        rows: [],
        closed: found.map((row) => ({ ...row, toRevision: 99n, to: '2030-01-01T00:00:00.000Z' })),
      }));
      const batch = { view, authority, generation: 1, through: 999n, revisions: [], tables: changed };
      expect(await store.apply({ ...batch, after: 3n })).toBe('stale');
      expect(await store.apply({ ...batch, after: live!.position, generation: 7 })).toBe('stale');
      expect(await digestOf(store, view, authority)).toEqual(before);
    });

    it('lets one of two batches from the same place in, and tells the other', async () => {
      const { store } = underTest();
      const authority = anAuthority();
      await store.open(view, authority);
      const batch = { view, authority, generation: 1, after: 0n, through: 5n, ...nothing };
      const answers = await Promise.all([store.apply(batch), store.apply(batch)]);
      expect(answers.sort()).toEqual(['applied', 'stale']);
    });

    it('builds a second generation unseen, and switches to it in one step', async () => {
      const { store, reader } = underTest();
      const authority = anAuthority();
      await keepUp(store, view, authority, events.slice(0, 60));
      const query = { authority, cycle: idOf('cycle', 1), stage: 'auditor' } as const;
      const old = await gradingDistribution(reader, query);

      const building = await store.build(view, authority);
      expect(building).toEqual({ number: 2, version: view.version, position: 0n });
      expect(await store.build(view, authority)).toEqual(building);
      await keepUp(store, view, authority, events, { generation: building });
      expect(await gradingDistribution(reader, query)).toEqual(old);

      expect(await store.promote(view, authority, 2, BigInt(events.length))).toBe('promoted');
      expect(await gradingDistribution(reader, query)).toMatchObject({ graded: 30, position: '128' });
      const late = { view, authority, generation: 1, after: 60n, through: 61n, ...nothing };
      expect(await store.apply(late)).toBe('stale');
      expect(await store.generations(view, authority)).toEqual({
        live: { number: 2, version: view.version, position: 128n },
        building: null,
      });
      await store.sweep(view, authority);
      expect(await digestOf(store, view, authority)).toMatchObject({ position: 128n });
      expect(await store.load(view, authority, 1, [{ kind: 'cycle', id: idOf('cycle', 1) }])).toMatchObject({
        revisions: [],
      });
    });

    it('does not switch to a generation that tells of less, unless the log itself ends before', async () => {
      const { store } = underTest();
      const authority = anAuthority();
      await keepUp(store, view, authority, events);
      expect(await store.promote(view, authority, 2, 128n)).toBe('gone');
      expect(await store.promote(view, authority, 1, 128n)).toBe('gone');
      const building = await store.build(view, authority);
      await keepUp(store, view, authority, events.slice(0, 50), { generation: building });
      expect(await store.promote(view, authority, 2, 128n)).toBe('behind');
      expect(await store.promote(view, authority, 2, 50n)).toBe('promoted');
    });

    it('forgets a generation that was given up, with its rows', async () => {
      const { store } = underTest();
      const authority = anAuthority();
      await keepUp(store, view, authority, events);
      const before = await digestOf(store, view, authority);
      await keepUp(store, view, authority, events, { generation: await store.build(view, authority) });
      await store.abandon(view, authority, 2);
      await store.abandon(view, authority, 1);
      expect((await store.generations(view, authority)).building).toBeNull();
      const again = await store.build(view, authority);
      expect(again).toMatchObject({ number: 3, position: 0n });
      const late = { view, authority, generation: 2, after: 0n, through: 5n, ...nothing };
      expect(await store.apply(late)).toBe('stale');
      const stream = { kind: 'cycle', id: idOf('cycle', 1) } as const;
      expect((await store.load(view, authority, again.number, [stream])).revisions).toEqual([]);
      expect(await digestOf(store, view, authority)).toEqual(before);
    });

    it('keeps authorities apart, also where ids are the same', async () => {
      const { store, reader } = underTest();
      const [ours, theirs] = [anAuthority(), anAuthority()];
      await keepUp(store, view, ours, events);
      await keepUp(store, view, theirs, events.slice(0, 5));
      const total = async (authority: string): Promise<number | undefined> =>
        (await gradingDistribution(reader, { authority, cycle: idOf('cycle', 1), stage: 'final' }))?.total;
      expect(await total(ours)).toBe(35);
      expect(await total(theirs)).toBe(3);
      expect(await total(anAuthority())).toBeUndefined();
    });
  });
}
