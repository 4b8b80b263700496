import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { sha256Hex } from '#event-log';
import { anAuthority } from '#event-log/testing';
import {
  actionCompletion,
  actionsOfAudit,
  auditorTimeliness,
  caseRecord,
  cycleProgress,
  gradesOfCase,
  gradingDistribution,
  gradingDistributionView,
  listActions,
  listAllocations,
  listAudits,
  listCycles,
  listEscalations,
  moderationQueue,
  myWork,
  openActionsOfChild,
  overdueWork,
  publishedFiguresOf,
  readCursor,
  VIEWS,
  workExceptions,
  type Page,
  type Paging,
  type ViewEvent,
  type ViewReader,
} from '#views';
import {
  ANOTHER_PERSON,
  cycleOf35,
  History,
  idOf,
  PERSON,
  plannedFacts,
  longHistory,
  setFacts,
  withdrawnFacts,
} from '#views/testing';
import { MemoryViewStore } from '../memory/memory-view-store.js';
import type { ViewStore } from '../view-store.js';
import { figuresOfMeasures } from './figures-of-measures.js';
import { figuresOfNow } from './figures-of-now.js';
import { askedFor, figuresOverCycles, type AskedFor } from './figures-over-cycles.js';
import { keepUp } from './keep-up.js';
import type { ViewStoreUnderTest } from './view-store-under-test.js';

const TIME = 60_000;
const VIEWER = { person: 'nobody of a team', reads: 'all' } as const;
const CYCLES = [idOf('cycle', 1), idOf('cycle', 2)];

export function readingContract(underTest: () => ViewStoreUnderTest, numRuns: number): void {
  describe('reading', () => {
    it(
      'answers as known at any moment what folding the events up to then would answer',
      async () => {
        await fc.assert(
          fc.asyncProperty(longHistory, fc.nat(), askedFor, async (events, choice, asked) => {
            const { store, reader } = underTest();
            const authority = anAuthority();
            await keepUpAll(store, authority, events);
            const event = events[choice % Math.max(events.length, 1)];
            const asOf = event?.recordedAt ?? '2021-04-01T00:00:00.000Z';
            const then = new MemoryViewStore();
            const known = events.filter(({ recordedAt }) => recordedAt <= asOf);
            await keepUpAll(then, authority, known);
            const told = (from: ViewReader, at?: string) => answers(from, authority, asked, at);
            expect(await told(reader, asOf)).toEqual(await told(then));
            const now = await filled(authority, events);
            expect(await told(reader)).toEqual(await told(now));
            expect(await figuresOfNow(reader, authority)).toEqual(await figuresOfNow(now, authority));
          }),
          { seed: 20210405, numRuns },
        );
      },
      TIME,
    );

    it('knows nothing of what came a millisecond later', async () => {
      const { store, reader } = underTest();
      const authority = anAuthority();
      const { events } = cycleOf35();
      await keepUp(store, gradingDistributionView, authority, events);
      const closedAt = Date.parse(events.at(-1)!.recordedAt);
      const statusAt = async (time: number): Promise<string | undefined> => {
        const asOf = new Date(time).toISOString();
        const query = { authority, cycle: CYCLES[0]!, stage: 'final', asOf } as const;
        return (await gradingDistribution(reader, query))?.cycle.status;
      };
      expect(await statusAt(closedAt)).toBe('closed');
      expect(await statusAt(closedAt - 1)).toBe('open');
      expect(await statusAt(Date.parse(events[0]!.recordedAt) - 1)).toBeUndefined();
    });

    it('publishes one set of a cycle, which nothing that comes later changes', async () => {
      const { store, reader } = underTest();
      const authority = anAuthority();
      const cycle = CYCLES[0]!;
      const history = cycleOf35();
      const published = { by: PERSON, on: '2021-07-01' };
      history.at('2021-07-01T09:00:00.000Z').add('cycle', cycle, 'FindingsPublished', published);
      const until = [...history.events];
      history.at('2021-07-02T09:00:00.000Z');
      history.add('improvement-action', idOf('improvement-action', 1), 'ActionSet', setFacts());
      history.add('case-audit', idOf('case-audit', 1), 'AuditWithdrawn', withdrawnFacts());
      await keepUpAll(store, authority, history.events);
      const now = await publishedFiguresOf(reader, { authority, cycle }, sha256Hex);
      const then = await publishedFiguresOf(await filled(authority, until), { authority, cycle }, sha256Hex);
      expect(now).toMatchObject({ figures: expect.any(Object), position: String(history.events.length) });
      expect({ ...(now as object), position: '' }).toEqual({ ...(then as object), position: '' });
    });

    it('sees one moment in one look, whatever is written meanwhile', async () => {
      const { store, reader } = underTest();
      const authority = anAuthority();
      const view = gradingDistributionView;
      const { events } = cycleOf35();
      await keepUp(store, view, authority, events.slice(0, 20));
      const cycles = view.tables[1]!;
      const seen = await reader.look(view, authority, async (look) => {
        const before = await look.rows(cycles, {});
        const generation = await store.build(view, authority);
        await keepUp(store, view, authority, events, { generation });
        await store.promote(view, authority, generation.number, 128n);
        await store.sweep(view, authority);
        return { position: look.position, before, after: await look.rows(cycles, {}) };
      });
      expect(seen.position).toBe(20n);
      expect(seen.after).toEqual(seen.before);
      expect(seen.before).toMatchObject([{ status: 'open' }]);
    });

    it('gives lists in pages that leave nothing out and repeat nothing, also among equals', async () => {
      const { store, reader } = underTest();
      const authority = anAuthority();
      const history = new History();
      for (let n = 1; n <= 7; n += 1) {
        const due = n % 2 === 0 ? '2021-05-04' : '2021-05-03';
        history.add('improvement-action', idOf('improvement-action', n), 'ActionSet', setFacts({ due }));
        const period = { from: n % 3 === 0 ? '2021-01-01' : '2021-06-01', to: '2021-07-31' };
        history.add('cycle', idOf('cycle', n), 'CyclePlanned', plannedFacts({ period }));
      }
      await keepUpAll(store, authority, history.events);
      const actions = await pages((paging) => listActions(reader, { authority, ...paging }));
      expect(actions.map(({ id }) => Number.parseInt(id.slice(-1), 16))).toEqual([1, 3, 5, 7, 2, 4, 6]);
      const cycles = await pages((paging) => listCycles(reader, { authority, ...paging }));
      expect(cycles.map(({ id }) => Number.parseInt(id.slice(-1), 16))).toEqual([7, 5, 4, 2, 1, 6, 3]);
      const of = { child: 'child-1' };
      const entries = await pages((paging) =>
        caseRecord(reader, { authority, of, viewer: VIEWER, graders: 'named', ...paging }),
      );
      expect(entries.map(({ position }) => position)).toEqual(['1', '3', '5', '7', '9', '11', '13']);
    });

    it('finds the actions that are overdue, those of an audit and the unfinished ones of a child', async () => {
      const { store, reader } = underTest();
      const authority = anAuthority();
      const ids = [1, 2, 3].map((n) => idOf('improvement-action', n));
      const history = new History()
        .add('improvement-action', ids[0]!, 'ActionSet', setFacts({ due: '2021-05-03' }))
        .add(
          'improvement-action',
          ids[1]!,
          'ActionSet',
          setFacts({ due: '2021-05-04', child: "O'Brien % _" }),
        )
        .add('improvement-action', ids[2]!, 'ActionSet', setFacts({ due: '2021-05-03' }))
        .add('improvement-action', ids[2]!, 'ActionCancelled', { reasonCode: 'error', approvedBy: 'x' });
      await keepUpAll(store, authority, history.events);
      const found = (rows: readonly { readonly id: string }[]): readonly string[] => rows.map(({ id }) => id);
      const list = async (query: object): Promise<readonly string[]> =>
        found((await listActions(reader, { authority, ...query })).items);
      expect(await list({ overdueOn: '2021-05-04' })).toEqual([ids[0]]);
      expect(await list({ overdueOn: '2021-05-05' })).toEqual([ids[0], ids[1]]);
      expect(await list({ overdueOn: '2021-05-05', status: 'cancelled' })).toEqual([]);
      expect(await list({ child: "O'Brien % _" })).toEqual([ids[1]]);
      expect(found(await actionsOfAudit(reader, authority, idOf('case-audit', 1)))).toEqual([
        ids[0],
        ids[2],
        ids[1],
      ]);
      expect(found(await openActionsOfChild(reader, authority, 'child-1'))).toEqual([ids[0]]);
    });
  });
}

async function keepUpAll(store: ViewStore, authority: string, events: readonly ViewEvent[]): Promise<void> {
  for (const view of VIEWS) await keepUp(store, view, authority, events, { pageSize: 50 });
}

async function filled(authority: string, events: readonly ViewEvent[]): Promise<MemoryViewStore> {
  const memory = new MemoryViewStore();
  await keepUpAll(memory, authority, events);
  return memory;
}

/** Every kind of answer, without what tells when it was asked. */
async function answers(
  reader: ViewReader,
  authority: string,
  filters: AskedFor,
  asOf?: string,
): Promise<unknown> {
  const today = '2021-05-01';
  const figures = [
    ...(await figuresOverCycles(reader, authority, filters, asOf)),
    ...(await figuresOfMeasures(reader, authority, asOf)),
  ];
  const found: object[] = figures.map((answer) => ({ answer }));
  for (const cycle of CYCLES) {
    const about = { authority, cycle, asOf };
    for (const by of ['cohort', 'team', 'section', undefined] as const) {
      for (const stage of ['auditor', 'final'] as const)
        found.push({ answer: await gradingDistribution(reader, { ...about, stage, by }) });
    }
    found.push({ answer: await actionCompletion(reader, { ...about, today }) });
    found.push({ answer: await cycleProgress(reader, about) });
    found.push({ answer: await listAudits(reader, { ...about, team: 'North', limit: 3 }) });
    found.push({ answer: await listActions(reader, { ...about, overdueOn: today, limit: 2 }) });
  }
  const moment = { authority, on: today, at: `${today}T12:00:00.000Z`, asOf };
  found.push({ answer: await listEscalations(reader, { ...moment, viewer: VIEWER }) });
  for (const person of [PERSON, ANOTHER_PERSON]) {
    const worker = { person, roles: ['qa-lead', 'moderator', 'service-leader'] } as const;
    found.push({ answer: await myWork(reader, { ...moment, worker }) });
  }
  found.push({ answer: await overdueWork(reader, { ...moment, viewer: VIEWER.person }) });
  found.push({ answer: await moderationQueue(reader, moment) });
  found.push({ answer: await workExceptions(reader, { ...moment, viewer: VIEWER.person }) });
  const asked = { authority, on: today, asOf };
  found.push({ answer: await auditorTimeliness(reader, asked) });
  found.push({ answer: await listAllocations(reader, { ...asked, cycle: CYCLES[0]!, limit: 2 }) });
  for (const whose of [{ child: 'child-1' }, { audit: idOf('case-audit', 2) }])
    found.push({
      answer: await caseRecord(reader, { authority, of: whose, viewer: VIEWER, graders: 'numbered', asOf }),
    });
  found.push({ answer: await gradesOfCase(reader, { authority, audit: idOf('case-audit', 2), asOf }) });
  return found.map((one) =>
    'answer' in one && one.answer !== null ? { ...(one.answer as object), position: '', asOf: '' } : one,
  );
}

async function pages<Item>(list: (paging: Paging) => Promise<Page<Item>>): Promise<readonly Item[]> {
  const items: Item[] = [];
  let after = undefined;
  for (;;) {
    const page: Page<Item> = await list({ after, limit: 2 });
    items.push(...page.items);
    if (page.next === null) return items;
    after = readCursor(page.next) ?? undefined;
  }
}
