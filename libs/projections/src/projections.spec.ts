import { describe, expect, it } from '@jest/globals';
import { MemoryEventLog, type EventLog } from '#event-log';
import {
  caseRecord,
  gradedAudits,
  gradingDistribution,
  gradingDistributionView,
  VIEWS,
  type View,
} from '#views';
import { cycleOf35, History, idOf, PERSON, plannedFacts } from '#views/testing';
import { digestOf } from './digest.js';
import { MemoryViewStore } from './memory/memory-view-store.js';
import { rebuildAuthority } from './rebuild-authority.js';
import { takePage } from './take-page.js';
import { appendHistory, keepUp } from './testing.js';
import { failingStore } from './testing/failing-store.js';
import { running, until } from './testing/running.js';
import type { ViewStore } from './view-store.js';

const NORTHSHIRE = 'northshire';
const { events } = cycleOf35();
const LAST = BigInt(events.length);
const DISTRIBUTION = gradingDistributionView.name;
const WAIT = 60_000;

async function aLog(happened = events, narrative: Record<string, string> | null = null): Promise<EventLog> {
  const log = new MemoryEventLog(() => new Date('2021-06-01T12:00:00.000Z'));
  await appendHistory(log, NORTHSHIRE, happened, narrative);
  return log;
}

/** Follows the log until every view is level, and gives their digests. */
async function digests(log: EventLog, store: ViewStore): Promise<readonly string[]> {
  const { projections, stop } = running(log, store);
  const found: string[] = [];
  for (const { name } of VIEWS) {
    expect(await projections.waitForPosition(name, NORTHSHIRE, await log.head(NORTHSHIRE), WAIT)).toBe(true);
    found.push((await projections.digest(name, NORTHSHIRE)).digest);
  }
  await stop();
  return found;
}

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
    const record = await caseRecord(store, { authority: NORTHSHIRE, of: { child: 'child-35' } });
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
    const page = await log.readAll(NORTHSHIRE, { limit: 33 });
    let overtaken = false;
    const overtaking: ViewStore = Object.assign(Object.create(store) as MemoryViewStore, {
      load: async (...of: Parameters<ViewStore['load']>) => {
        const state = await store.load(...of);
        if (!overtaken) await takePage(store, view, NORTHSHIRE, await store.open(view, NORTHSHIRE), page);
        overtaken = true;
        return state;
      },
    });
    const { projections, stop } = running(log, overtaking, { views: [view] });
    expect(await projections.waitForPosition(view.name, NORTHSHIRE, LAST, WAIT)).toBe(true);
    await stop();
    expect((await digestOf(store, view, NORTHSHIRE)).digest).toBe(expected);
  });

  it('stop one view where it cannot take an event, say why, and try again ever more rarely', async () => {
    const log = await aLog();
    await appendHistory(log, 'southshire', events);
    const store = new MemoryViewStore();
    let healed = false;
    const poisoned: View = {
      ...gradingDistributionView,
      tables: gradingDistributionView.tables.map((table) => ({
        ...table,
        fold: (row, event) => {
          if (!healed && event.type === 'CycleClosed') throw new Error('an unknown reason');
          return table.fold(row, event);
        },
      })),
    };
    const { projections, reports, waits, stop } = running(log, store, {
      views: [poisoned, ...VIEWS.slice(1)],
    });
    await projections.waitForPosition('case-record', NORTHSHIRE, LAST, WAIT);
    const standing = async () => (await projections.list()).find(({ error }) => error !== null);
    await until(async () => ((await standing())?.error?.failures ?? 0) >= 9);

    expect(await standing()).toMatchObject({
      view: DISTRIBUTION,
      live: { position: 120n },
      head: 128n,
      lag: 8n,
      error: { at: '2021-07-01T00:00:00.000Z' },
    });
    expect(reports[0]).toMatch(/grading-distribution .* stands still .*CycleClosed.*an unknown reason/);
    const backedOff = new Set(waits.filter((wait) => wait >= 250));
    expect([...backedOff]).toEqual([250, 500, 1000, 2000, 4000, 8000, 16_000, 30_000]);

    healed = true;
    expect(await projections.waitForPosition(DISTRIBUTION, NORTHSHIRE, LAST, WAIT)).toBe(true);
    expect(await projections.waitForPosition(DISTRIBUTION, 'southshire', LAST, WAIT)).toBe(true);
    await until(async () => (await standing()) === undefined);
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

describe('a rebuild', () => {
  it('shows its progress, is ended by its signal and goes on from there', async () => {
    const log = await aLog();
    const store = new MemoryViewStore();
    const [before] = await digests(log, store);
    const { projections, stop } = running(log, store, { views: VIEWS, pageSize: 20 });
    const ending = new AbortController();
    const positions: bigint[] = [];
    const onProgress = ({ position, head }: { position: bigint; head: bigint }): void => {
      expect(head).toBe(LAST);
      positions.push(position);
      if (position >= 60n) ending.abort();
    };
    expect(await projections.rebuild(DISTRIBUTION, { onProgress, signal: ending.signal })).toBe(false);
    expect(positions).toEqual([20n, 40n, 60n]);
    expect(await store.generations(gradingDistributionView, NORTHSHIRE)).toMatchObject({
      live: { number: 1, position: LAST },
      building: { number: 2, position: 60n },
    });

    expect(await projections.rebuild(DISTRIBUTION, { onProgress })).toBe(true);
    expect(positions.slice(3)).toEqual([80n, 100n, 120n, 128n]);
    expect(await projections.digest(DISTRIBUTION, NORTHSHIRE)).toMatchObject({ digest: before });
    expect(await store.generations(gradingDistributionView, NORTHSHIRE)).toMatchObject({
      live: { number: 2 },
      building: null,
    });
    await stop();
  });

  it('gives the same rows when it breaks down anywhere and is begun again', async () => {
    const log = await aLog(events.slice(0, 50));
    const [before] = await digests(log, new MemoryViewStore());
    for (const when of ['before', 'after'] as const) {
      for (let broken = 1, calls = Infinity; calls >= broken; broken += 1) {
        const store = new MemoryViewStore();
        await digests(log, store);
        calls = 0;
        const failing = failingStore(store, () => (++calls === broken ? when : 'not'));
        const rebuild = (through: ViewStore): Promise<boolean> =>
          rebuildAuthority({ log, store: through, pageSize: 20 }, gradingDistributionView, NORTHSHIRE);
        await rebuild(failing).catch(() => undefined);
        await rebuild(store);
        const { live, building } = await store.generations(gradingDistributionView, NORTHSHIRE);
        expect({ live, building }).toMatchObject({ live: { position: 50n }, building: null });
        expect(live?.number).toBeGreaterThan(1);
        expect((await digestOf(store, gradingDistributionView, NORTHSHIRE)).digest).toBe(before);
      }
    }
  });

  it('uses nothing of what an older version of the view, or a log that was set back, has begun', async () => {
    const store = new MemoryViewStore();
    const newer = { ...gradingDistributionView, version: 2 };
    const [before] = await digests(await aLog(), store);
    const elsewhere = new History();
    for (let n = 100; n < 120; n += 1)
      elsewhere.add('cycle', idOf('cycle', n), 'CyclePlanned', plannedFacts());
    const begin = async (): Promise<void> => {
      const generation = await store.build(gradingDistributionView, NORTHSHIRE);
      await keepUp(store, gradingDistributionView, NORTHSHIRE, elsewhere.events, { generation });
    };
    await begin();
    await rebuildAuthority({ log: await aLog(), store, pageSize: 20 }, newer, NORTHSHIRE);
    expect((await digestOf(store, newer, NORTHSHIRE)).digest).toBe(before);
    await begin();
    // The twenty events of that beginning are more than this log has.
    const short = await aLog(events.slice(0, 10));
    await rebuildAuthority({ log: short, store, pageSize: 20 }, gradingDistributionView, NORTHSHIRE);
    const [expected] = await digests(short, new MemoryViewStore());
    expect((await digestOf(store, gradingDistributionView, NORTHSHIRE)).digest).toBe(expected);
  });

  it('is done once when two do it together', async () => {
    const log = await aLog();
    const store = new MemoryViewStore();
    const [before] = await digests(log, store);
    const rebuild = { log, store, pageSize: 5 };
    const both = [1, 2].map(() => rebuildAuthority(rebuild, gradingDistributionView, NORTHSHIRE));
    expect(await Promise.all(both)).toEqual([true, true]);
    expect(await store.generations(gradingDistributionView, NORTHSHIRE)).toMatchObject({
      live: { number: 2 },
      building: null,
    });
    expect((await digestOf(store, gradingDistributionView, NORTHSHIRE)).digest).toBe(before);
  });

  it('never shows a reader anything but the whole', async () => {
    const log = await aLog();
    const store = new MemoryViewStore();
    await digests(log, store);
    const { projections, stop } = running(log, store, { pageSize: 5 });
    const query = { authority: NORTHSHIRE, cycle: idOf('cycle', 1), stage: 'final' } as const;
    const seen = new Set<string>();
    const look = async (): Promise<void> =>
      void seen.add(JSON.stringify(await gradingDistribution(store, query)));
    let looks = Promise.resolve();
    const onProgress = (): void => void (looks = looks.then(look));
    await projections.rebuild(DISTRIBUTION, { onProgress });
    await looks;
    await look();
    expect(seen.size).toBe(1);
    await stop();
  });
});

describe('the digest', () => {
  it('is another one when any fact is another one', async () => {
    const changed = events.map((event) =>
      event.type === 'AuditFinalised' && event.facts.grade === 'inadequate'
        ? { ...event, facts: { ...event.facts, grade: 'good' as const } }
        : event,
    );
    const [before, ...others] = await digests(await aLog(), new MemoryViewStore());
    const [after, ...othersAfter] = await digests(await aLog(changed), new MemoryViewStore());
    expect(after).not.toBe(before);
    expect(others.map((digest, index) => digest === othersAfter[index])).toEqual([true, true, false]);
  });
});

describe('narrative', () => {
  it('leaves no trace in any view', async () => {
    const told = await aLog(events, { rationale: 'Jo was seen at home' });
    const store = new MemoryViewStore();
    expect(await digests(told, store)).toEqual(await digests(await aLog(), new MemoryViewStore()));
    for (const view of VIEWS) {
      await store.readOut(view, NORTHSHIRE, (_table, { row }) => {
        expect(JSON.stringify(row)).not.toMatch(/Jo was seen|rationale|narrative/);
      });
    }
  });
});

function lateAllocation(): readonly (typeof events)[number][] {
  const history = new History('2021-06-02T09:00:00.000Z');
  for (let n = 0; n < events.length; n += 1)
    history.add('cycle', idOf('cycle', 9), 'CyclePlanned', plannedFacts());
  history.add('case-audit', idOf('case-audit', 35), 'AuditorAllocated', {
    auditor: PERSON,
    due: '2021-06-22',
  });
  return history.events.slice(-1);
}
