import { describe, expect, it } from '@jest/globals';
import type { EventFilter, EventLog, LogPage } from '../event-log.js';
import { factsOf } from '../record/event-record.js';
import { anAuthority } from './an-authority.js';
import type { LogUnderTest } from './log-under-test.js';
import { anAppend, aStream } from './sample-events.js';

export function readContract(underTest: () => LogUnderTest): void {
  describe('reading', () => {
    it('reads a stream after a revision, as many as asked', async () => {
      const { log } = underTest();
      const stream = aStream(anAuthority());
      await log.append(anAppend(stream, { count: 5 }));
      const revisions = async (options: { after?: bigint; limit?: number }): Promise<bigint[]> =>
        (await log.readStream(stream, options)).map(({ revision }) => revision);
      expect(await revisions({})).toEqual([0n, 1n, 2n, 3n, 4n]);
      expect(await revisions({ after: 2n })).toEqual([3n, 4n]);
      expect(await revisions({ after: 0n, limit: 2 })).toEqual([1n, 2n]);
      expect(await revisions({ after: 4n })).toEqual([]);
      expect(await log.readStream(aStream())).toEqual([]);
    });

    it('reads an authority in order of position across its streams, page by page', async () => {
      const { log } = underTest();
      const authority = anAuthority();
      const [one, two] = [aStream(authority), aStream(authority)];
      for (const stream of [one, two, one, two]) await log.append(anAppend(stream));
      await log.append(anAppend(aStream(anAuthority())));

      const first = await log.readAll(authority, { limit: 3 });
      const second = await log.readAll(authority, { after: first.through, limit: 3 });

      const events = [...first.events, ...second.events];
      expect(events.map(({ header, revision }) => [header.stream, revision])).toEqual([
        [one, 0n],
        [two, 0n],
        [one, 1n],
        [two, 1n],
      ]);
      expect(await log.head(authority)).toBe(second.through);
      if (log.capabilities.positions === 'dense')
        expect(events.map(({ position }) => position)).toEqual([1n, 2n, 3n, 4n]);
      expect(await log.readAll(authority, { after: second.through })).toEqual({
        events: [],
        through: second.through,
      });
    });

    it('filters by type and by kind of stream, and says how far it looked', async () => {
      const { log } = underTest();
      const authority = anAuthority();
      const [audit, cycle] = [aStream(authority), aStream(authority, 'cycle')];
      await log.append(anAppend(audit, { event: { type: 'CaseSelected' } }));
      await log.append(anAppend(cycle, { event: { type: 'CycleOpened' } }));
      await log.append(anAppend(audit, { event: { type: 'CaseGraded' } }));
      await log.append(anAppend(cycle, { event: { type: 'CycleClosed' } }));
      const types = (page: LogPage): string[] => page.events.map(({ header }) => header.type);
      expect(types(await log.readAll(authority, { filter: { kinds: ['cycle'] } }))).toEqual([
        'CycleOpened',
        'CycleClosed',
      ]);
      expect(types(await log.readAll(authority, { filter: { types: ['CaseGraded'] } }))).toEqual([
        'CaseGraded',
      ]);
      expect(
        types(await log.readAll(authority, { filter: { types: ['CaseGraded'], kinds: ['cycle'] } })),
      ).toEqual([]);
      const none = await log.readAll(authority, { filter: { types: ['Nothing'] } });
      expect(none.through).toBe(await log.head(authority));
    });

    it('finds what passes a filter wherever it stands, page by page and in order, and nothing else', async () => {
      const { log } = underTest();
      const authority = anAuthority();
      const [audit, cycle, policy] = [
        aStream(authority),
        aStream(authority, 'cycle'),
        aStream(authority, 'policy'),
      ];
      const RARE = new Map([
        [3, { stream: cycle, type: 'CycleOpened' }],
        [31, { stream: policy, type: 'PolicyAdopted' }],
        [32, { stream: cycle, type: 'CaseGraded' }],
        [57, { stream: cycle, type: 'CycleOpened' }],
        [58, { stream: cycle, type: 'CycleClosed' }],
      ]);
      for (let n = 1; n <= 60; n++) {
        const { stream, type } = RARE.get(n) ?? {
          stream: audit,
          type: n % 2 === 0 ? 'CaseGraded' : 'SectionGraded',
        };
        await log.append(anAppend(stream, { event: { type, facts: { n } } }));
      }
      const found = async (filter: EventFilter): Promise<unknown[]> => {
        const numbers: unknown[] = [];
        for (let after = 0n; ;) {
          const { events, through } = await log.readAll(authority, { after, limit: 2, filter });
          numbers.push(...events.map((event) => (factsOf(event) as { n: number }).n));
          if (through === after) return numbers;
          after = through;
        }
      };
      expect(await found({ kinds: ['cycle'] })).toEqual([3, 32, 57, 58]);
      expect(await found({ kinds: ['cycle', 'policy', 'cycle'] })).toEqual([3, 31, 32, 57, 58]);
      expect(await found({ types: ['CycleClosed', 'PolicyAdopted'] })).toEqual([31, 58]);
      expect(await found({ types: ['CaseGraded', 'CaseGraded'], kinds: ['cycle'] })).toEqual([32]);
      expect(await found({ types: ['CaseGraded'] })).toEqual(
        Array.from({ length: 30 }, (_, n) => 2 * n + 2).filter((n) => n === 32 || !RARE.has(n)),
      );
      expect(await found({ types: [] })).toEqual([]);
    });

    it('knows an empty log: head 0, nothing to read', async () => {
      const { log } = underTest();
      const authority = anAuthority();
      expect(await log.head(authority)).toBe(0n);
      expect(await log.readAll(authority)).toEqual({ events: [], through: 0n });
    });

    it('names the authorities that have events', async () => {
      const { log } = underTest();
      const [silent, speaking] = [anAuthority(), anAuthority()];
      await log.append(anAppend(aStream(speaking)));
      const known = await log.authorities();
      expect(known).toContain(speaking);
      expect(known).not.toContain(silent);
    });

    it('follows: first what is there, then what comes, also from another process, until told to stop', async () => {
      const { log, other } = underTest();
      const authority = anAuthority();
      await log.append(anAppend(aStream(authority), { count: 3 }));
      const stop = new AbortController();
      const seen: bigint[] = [];
      for await (const { events } of log.follow(authority, { limit: 2, signal: stop.signal })) {
        seen.push(...events.map(({ position }) => position));
        if (seen.length === 3) await other.append(anAppend(aStream(authority), { count: 2 }));
        if (seen.length === 5) stop.abort();
      }
      expect(seen).toHaveLength(5);
      expect(new Set(seen).size).toBe(5);
    });

    it('never sleeps through what comes while it looks', async () => {
      const { log } = underTest();
      const authority = anAuthority();
      const stop = new AbortController();
      let seen = 0;
      await log.append(anAppend(aStream(authority)));
      for await (const { events } of log.follow(authority, { signal: stop.signal })) {
        seen += events.length;
        if (seen === 60) stop.abort();
        else void afterTurns(seen % 12).then(() => log.append(anAppend(aStream(authority))));
      }
      expect(seen).toBe(60);
    });

    it('follows no faster than it is asked for pages: a consumer that is busy with one has no other read for it', async () => {
      const { log } = underTest();
      const authority = anAuthority();
      await log.append(anAppend(aStream(authority), { count: 6 }));
      const { counting, reads } = countingReads(log);
      const stop = new AbortController();
      const pages = counting.follow(authority, { limit: 2, signal: stop.signal })[Symbol.asyncIterator]();
      expect(reads()).toBe(0);
      for (const page of [1, 2, 3]) {
        const { value } = (await pages.next()) as IteratorResult<LogPage, never>;
        expect(value.events).toHaveLength(2);
        // Whatever would go on by itself has every chance to: news of the log arrives, and reads by others are answered.
        await log.append(anAppend(aStream(authority)));
        expect((await log.readAll(authority)).events).toHaveLength(6 + page);
        expect(reads()).toBe(page);
      }
      stop.abort();
      await pages.return?.();
      expect(reads()).toBe(3);
    });
  });
}

/** The same log, and how often it was read from within, by whoever follows it. */
function countingReads(log: EventLog): { readonly counting: EventLog; readonly reads: () => number } {
  let reads = 0;
  const readAll: EventLog['readAll'] = (...of) => {
    reads += 1;
    return log.readAll(...of);
  };
  return { counting: Object.assign(Object.create(log) as EventLog, { readAll }), reads: () => reads };
}

/** Lets so many turns of the microtask queue go by. */
async function afterTurns(turns: number): Promise<void> {
  for (let turn = 0; turn < turns; turn++) await Promise.resolve();
}
