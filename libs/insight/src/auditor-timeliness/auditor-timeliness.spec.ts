import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { derivedId } from '#event-log';
import { CYCLE_OF_35, NORTHSHIRE, recordCycleOf35 } from '../testing/cycle-of-35.js';
import { insightApp } from '../testing/insight-app.js';
import { RecordOfEvents } from '../testing/record-of-events.js';

const AUDITOR = derivedId('person', 'auditor');
const ENGLAND = derivedId('working-calendar', 'england');
const SOMEBODY = derivedId('person', 'somebody');
const record = new RecordOfEvents(NORTHSHIRE);
let app: NestFastifyApplication;
beforeAll(async () => {
  await recordCycleOf35(record);
  await record.happened('2021-06-01T09:00:00.000Z', 'working-calendar', ENGLAND, {
    type: 'BankHolidaysPublished',
    facts: {
      nation: 'england',
      covers: { from: '2021-01-01', to: '2021-12-31' },
      holidays: ['2021-04-02', '2021-04-05'],
      source: 'a list',
    },
    narrative: null,
  });
  await record.level();
  app = await insightApp(record);
});
afterAll(() => app.close());

const get = (query = '', as = 'qa-lead', person = SOMEBODY) =>
  app.inject({ url: `/v1/auditor-timeliness${query}`, headers: { as, person } });

interface Figures {
  readonly allocated: number;
  readonly byTimeliness: readonly { readonly timeliness: string; readonly n: number }[];
}

const standing = async (query: string): Promise<Readonly<Record<string, number>>> => {
  const { allocated, byTimeliness } = (await get(query)).json<Figures>();
  expect(byTimeliness.reduce((sum, { n }) => sum + n, 0)).toBe(allocated);
  return Object.fromEntries(byTimeliness.flatMap(({ timeliness, n }) => (n === 0 ? [] : [[timeliness, n]])));
};

describe('whether audits are graded in time', () => {
  it('is judged on the day that is asked for, and adds up on each', async () => {
    expect(await standing('?on=2021-04-01')).toEqual({});
    expect(await standing('?on=2021-04-11')).toEqual({ open: 35 });
    expect(await standing('?on=2021-04-12')).toEqual({ 'graded-in-time': 30, open: 5 });
    expect(await standing('?on=2021-04-27')).toEqual({ 'graded-in-time': 30, overdue: 5 });
    expect(await standing('')).toEqual({ 'graded-in-time': 30, 'left-without-grade': 5 });
    expect(await standing('?asOf=2021-04-11')).toEqual({ open: 35 });
  });

  it('has the days that grading took, the share in time and why the rest has no grade', async () => {
    expect((await get()).json()).toMatchObject({
      inTime: { n: 30, of: 30, percent: 100 },
      medianWorkingDaysTaken: { value: 5, n: 30 },
      uncounted: 0,
      missing: [{ reason: 'left-without-grade', n: 5 }],
      auditors: [{ auditor: AUDITOR, allocated: 35 }],
      on: '2021-07-01',
    });
  });

  it('does not count days for which no bank holidays were published by then', async () => {
    expect((await get('?asOf=2021-05-31')).json()).toMatchObject({
      medianWorkingDaysTaken: { value: null, n: 0, reason: 'n=0' },
      uncounted: 30,
    });
  });

  it.each([
    [`?cycle=${CYCLE_OF_35.id}`, 35],
    ['?from=2021-05-01', 0],
    ['?team=North', 18],
    ['?cohort=in-care', 7],
    [`?auditor=${SOMEBODY}`, 0],
  ])('%s counts %i allocations', async (query, allocated) => {
    expect((await get(query)).json()).toMatchObject({ allocated });
  });

  it('leads down to every allocation once, page by page', async () => {
    const seen: string[] = [];
    let next: string | null = null;
    do {
      const after: string = next === null ? '' : `&after=${encodeURIComponent(next)}`;
      const page = (await get(`/cases?limit=10${after}`)).json<{
        items: { audit: string }[];
        next: string | null;
      }>();
      seen.push(...page.items.map(({ audit }) => audit));
      next = page.next;
    } while (next !== null);
    expect(new Set(seen).size).toBe(35);
    expect(seen).toHaveLength(35);
  });

  it('is for leads; an auditor sees their own alone', async () => {
    expect((await get('', 'auditor', AUDITOR)).json()).toMatchObject({ allocated: 35 });
    expect((await get('', 'auditor')).json()).toMatchObject({ allocated: 0, auditors: [] });
    expect((await get('/cases', 'auditor')).json()).toMatchObject({ items: [] });
    for (const path of ['', '/cases']) {
      const answer = await get(`${path}?auditor=${AUDITOR}`, 'auditor');
      expect(answer.json()).toMatchObject({ status: 403, code: 'not-yours' });
    }
    for (const as of ['service-leader', 'moderator', 'board-viewer', 'analyst', 'external-reviewer'])
      expect((await get('', as)).statusCode).toBe(403);
  });

  it.each(['on=soon', 'worker=x', 'auditor=me', 'cohort=all'])(
    'refuses ?%s and names what is wrong',
    async (query) => {
      expect((await get(`?${query}`)).json()).toMatchObject({
        ...{ status: 400, errors: [{ path: query.split('=')[0] }] },
      });
    },
  );
});
