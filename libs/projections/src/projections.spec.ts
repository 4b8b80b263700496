import { describe, expect, it } from '@jest/globals';
import {
  caseRecord,
  gradedAudits,
  gradingDistribution,
  gradingDistributionView,
  VIEWS,
  type View,
} from '#views';
import { History, idOf, PERSON, plannedFacts } from '#views/testing';
import { digestOf } from './digest.js';
import { LogPages } from './taking/log-pages.js';
import { MemoryViewStore } from './memory/memory-view-store.js';
import { takePages } from './taking/take-pages.js';
import { appendHistory } from './testing.js';
import { aLog, digests, events, LAST, NORTHSHIRE, WAIT } from './testing/cycle-of-35-in-a-log.js';
import { failingStore } from './testing/failing-store.js';
import { running, until } from './testing/running.js';
import type { ViewStore } from './view-store.js';

const DISTRIBUTION = gradingDistributionView.name;

describe('projections', () => {
  it('fill every view from the log and keep it level', async () => {
    const log = await aLog();
    const store = new MemoryViewStore();
    const { projections, stop } = running(log, store);
    await projections.waitForPosition(DISTRIBUTION, NORTHSHIRE, LAST, WAIT);
    const query = { authority: NORTHSHIRE, cycle: idOf('cycle', 1), stage: 'final' } as const;
    expect(await gradingDistribution(store, query)).toMatchObject({ total: 35, graded: 30, position: '128' });

    await appendHistory(log, NORTHSHIRE, lateAllocation());
    const stream = `${NORTHSHIRE}/case-audit-${idOf('case-audit', 35)}`;
    expect(await projections.waitForStream('case-record', stream, 1n, WAIT)).toBe(true);
    const record = await caseRecord(store, {
      authority: NORTHSHIRE,
      of: { child: 'child-35' },
      viewer: { person: 'somebody', reads: 'usual' },
      graders: 'named',
    });
    expect(record.items.map(({ type }) => type)).toEqual(['CaseSelected', 'AuditorAllocated']);
    await stop();
  });

  it('give the same rows as a run that nothing disturbed, wherever the store breaks down on the way', async () => {
    const log = await aLog(events.slice(0, 50));
    const expected = await digests(log, new MemoryViewStore());
    for (const when of ['before', 'after'] as const) {
      for (let broken = 1, calls = Infinity; calls >= broken; broken += 1) {
        const store = new MemoryViewStore();
        calls = 0;
        const failing = failingStore(store, () => (++calls === broken ? when : 'not'));
        const { reports, stop } = running(log, failing, { pageSize: 20 });
        await until(async () => {
          const standing = await Promise.all(VIEWS.map((view) => store.generations(view, NORTHSHIRE)));
          return standing.every(({ live }) => live?.position === 50n);
        });
        await stop();
        expect(reports).toHaveLength(calls >= broken ? 1 : 0);
        expect(await digests(log, store)).toEqual(expected);
      }
    }
  });

  it('of two processes never write the same page twice', async () => {
    const log = await aLog();
    const store = new MemoryViewStore();
    const expected = await digests(log, new MemoryViewStore());
    const answers: string[] = [];
    const watched: ViewStore = Object.assign(Object.create(store) as MemoryViewStore, {
      apply: async (...batch: Parameters<ViewStore['apply']>) => {
        const answer = await store.apply(...batch);
        answers.push(answer);
        return answer;
      },
    });
    const [one, other] = [running(log, watched), running(log, watched)];
    for (const { name } of VIEWS) await one.projections.waitForPosition(name, NORTHSHIRE, LAST, WAIT);
    await Promise.all([one.stop(), other.stop()]);
    expect(answers).toContain('stale');
    expect(await digests(log, store)).toEqual(expected);
  });

  it('go on from where another process has got to', async () => {
    const log = await aLog();
    const store = new MemoryViewStore();
    const view = gradingDistributionView;
    const [expected] = await digests(log, new MemoryViewStore());
    let overtaken = false;
    const overtaking: ViewStore = Object.assign(Object.create(store) as MemoryViewStore, {
      load: async (...of: Parameters<ViewStore['load']>) => {
        const state = await store.load(...of);
        if (!overtaken) {
          const generation = await store.open(view, NORTHSHIRE);
          const pages = new LogPages(log, view, NORTHSHIRE, 33);
          const behind = { store, view, authority: NORTHSHIRE, generation, batchSize: 33, pages };
          await takePages({ ...behind, to: 'end', signal: new AbortController().signal }).next();
        }
        overtaken = true;
        return state;
      },
    });
    const { projections, reports, stop } = running(log, overtaking, { views: [view] });
    expect(await projections.waitForPosition(view.name, NORTHSHIRE, LAST, WAIT)).toBe(true);
    await stop();
    expect(reports).toEqual([]);
    expect((await digestOf(store, view, NORTHSHIRE)).digest).toBe(expected);
  });

  it('try ever more rarely while the log or the store fails, and say so', async () => {
    const log = await aLog();
    const store = new MemoryViewStore();
    let away = true;
    const failing = failingStore(store, () => (away ? 'before' : 'not'));
    const { projections, reports, waits, stop } = running(log, failing, { views: VIEWS.slice(0, 1) });
    await until(() => reports.length >= 9);
    expect(reports[8]).toBe(
      'View grading-distribution of northshire stands still (failure 9): connection lost before',
    );
    const backedOff = new Set(waits.filter((wait) => wait >= 250));
    expect([...backedOff]).toEqual([250, 500, 1000, 2000, 4000, 8000, 16_000, 30_000]);
    away = false;
    expect(await projections.waitForPosition(DISTRIBUTION, NORTHSHIRE, LAST, WAIT)).toBe(true);
    await until(async () => (await projections.list())[0]?.error === null);
    await stop();
  });

  it('meet authorities that come later', async () => {
    const log = await aLog();
    const { projections, stop } = running(log, new MemoryViewStore());
    await projections.waitForPosition(DISTRIBUTION, NORTHSHIRE, LAST, WAIT);
    await appendHistory(log, 'southshire', events);
    expect(await projections.waitForPosition(DISTRIBUTION, 'southshire', LAST, WAIT)).toBe(true);
    await stop();
  });

  it('make a view of another version anew, and show the old rows until then', async () => {
    const log = await aLog();
    const store = new MemoryViewStore();
    await digests(log, store);
    const newer: View = {
      ...gradingDistributionView,
      version: 2,
      tables: [
        {
          ...gradedAudits,
          fold: (row, event) => ({ ...gradedAudits.fold(row as never, event), team: 'All' }),
        },
        ...gradingDistributionView.tables.slice(1),
      ],
    };
    const { stop } = running(log, store, { views: [newer] });
    const query = { authority: NORTHSHIRE, cycle: idOf('cycle', 1), stage: 'final', by: 'team' } as const;
    const teams: unknown[] = [];
    await until(async () => {
      const answer = await gradingDistribution(store, query);
      teams.push(answer?.groups?.map(({ group, total }) => `${group}: ${total}`).join());
      return (await store.generations(newer, NORTHSHIRE)).live?.version === 2;
    });
    expect(['North: 35', 'All: 35']).toEqual(expect.arrayContaining([...new Set(teams)]));
    const answer = await gradingDistribution(store, query);
    expect(answer?.groups).toMatchObject([{ group: 'All', total: 35 }]);
    await stop();
  });

  it('say so when the log was set back behind a view, and rebuild it when asked', async () => {
    const store = new MemoryViewStore();
    await digests(await aLog(), store);
    const { projections, stop } = running(await aLog(events.slice(0, 50)), store);
    const errors = async () => (await projections.list()).map(({ error }) => error?.message ?? '');
    await until(async () => (await errors()).every((message) => message !== ''));
    expect((await errors())[0]).toMatch(
      /up to position 128, but the log ends at 50: it was set back. Rebuild/,
    );
    expect(await projections.rebuild(DISTRIBUTION)).toBe(true);
    await until(async () => (await errors())[0] === '');
    expect(await projections.digest(DISTRIBUTION, NORTHSHIRE)).toMatchObject({ position: 50n });
    await stop();
  });

  it('have nothing to wait for in streams that a view does not tell of', async () => {
    const { projections, stop } = running(await aLog(), new MemoryViewStore());
    const stream = `${NORTHSHIRE}/person-${PERSON}`;
    expect(await projections.waitForStream(DISTRIBUTION, stream, 7n, WAIT)).toBe(true);
    await stop();
  });

  it('stop waiting when it takes too long', async () => {
    const { projections, stop } = running(await aLog(), new MemoryViewStore());
    expect(await projections.waitForPosition(DISTRIBUTION, NORTHSHIRE, LAST + 1n, 1)).toBe(false);
    const stream = `${NORTHSHIRE}/case-audit-${idOf('case-audit', 99)}`;
    expect(await projections.waitForStream(DISTRIBUTION, stream, 0n, 1)).toBe(false);
    await stop();
  });

  it('know nothing of a view that there is not', async () => {
    const { projections, stop } = running(await aLog(), new MemoryViewStore());
    await expect(projections.rebuild('league-table')).rejects.toThrow(
      'There is no view "league-table"; there are grading-distribution,',
    );
    await stop();
  });
});

function lateAllocation(): readonly (typeof events)[number][] {
  const history = new History('2021-06-02T09:00:00.000Z');
  for (let n = 0; n < events.length; n += 1)
    history.add('cycle', idOf('cycle', 9), 'CyclePlanned', plannedFacts());
  history.add('case-audit', idOf('case-audit', 35), 'AuditorAllocated', {
    auditor: PERSON,
    due: '2021-06-22',
    allocatedBy: PERSON,
    how: 'by-hand',
  });
  return history.events.slice(-1);
}
