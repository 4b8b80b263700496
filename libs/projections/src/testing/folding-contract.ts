import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { StreamKind } from '#audit-cycle';
import { anAuthority } from '#event-log/testing';
import { kindsOf, VIEWS } from '#views';
import { cycleOf35, idOf, interleaved, longHistory } from '#views/testing';
import { digestOf } from '../digest.js';
import { MemoryViewStore } from '../memory/memory-view-store.js';
import { keepUp } from './keep-up.js';
import type { ViewStoreUnderTest } from './view-store-under-test.js';

const TIME = 60_000;

export function foldingContract(underTest: () => ViewStoreUnderTest, numRuns: number): void {
  describe('folding', () => {
    it(
      'gives the same digest for every order of the streams, size of page and repetition',
      async () => {
        const cases = longHistory.chain((events) => fc.tuple(fc.constant(events), interleaved(events)));
        await fc.assert(
          fc.asyncProperty(cases, fc.integer({ min: 3, max: 40 }), async ([events, mixed], pageSize) => {
            const { store } = underTest();
            const memory = new MemoryViewStore();
            const authority = anAuthority();
            const repeated = mixed.flatMap((event, index) =>
              index % 5 === 4 ? [event, mixed[index - 2]!] : [event],
            );
            for (const view of VIEWS) {
              await keepUp(memory, view, authority, events, { pageSize: 1 });
              await keepUp(store, view, authority, repeated, { pageSize });
              const { digest, rows } = await digestOf(memory, view, authority);
              expect(await digestOf(store, view, authority)).toMatchObject({ digest, rows });
            }
          }),
          { seed: 20210404, numRuns },
        );
      },
      TIME,
    );

    it('hands back what a fold needs to go on, for the streams asked for', async () => {
      const { store } = underTest();
      const memory = new MemoryViewStore();
      const authority = anAuthority();
      const { events } = cycleOf35();
      const streams = [
        { kind: 'case-audit', id: idOf('case-audit', 2) },
        { kind: 'cycle', id: idOf('cycle', 1) },
        { kind: 'case-audit', id: idOf('case-audit', 99) },
      ] as const;
      for (const view of VIEWS) {
        await keepUp(memory, view, authority, events);
        await keepUp(store, view, authority, events);
        const { revisions: known, tables } = await memory.load(view, authority, 1, streams);
        const loaded = await store.load(view, authority, 1, streams);
        expect(loaded.tables).toEqual(tables);
        expect(new Set(loaded.revisions)).toEqual(new Set(known));
        expect(await digestOf(store, view, authority)).toEqual(await digestOf(memory, view, authority));
        const revisions = await Promise.all(streams.map((stream) => store.revision(view, authority, stream)));
        const follows = (kind: StreamKind): boolean => kindsOf(view).includes(kind);
        expect(revisions).toEqual([follows('case-audit') ? 3n : null, follows('cycle') ? 2n : null, null]);
      }
    });
  });
}
