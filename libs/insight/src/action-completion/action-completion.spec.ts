import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { derivedId } from '#event-log';
import { CYCLE_OF_35, NORTHSHIRE, recordCycleOf35 } from '../testing/cycle-of-35.js';
import { insightApp } from '../testing/insight-app.js';
import { RecordOfEvents } from '../testing/record-of-events.js';

const ENGLAND = derivedId('working-calendar', 'england');
const record = new RecordOfEvents(NORTHSHIRE);
let app: NestFastifyApplication;
beforeAll(async () => {
  await record.happened('2021-01-04T09:00:00.000Z', 'working-calendar', ENGLAND, {
    type: 'BankHolidaysPublished',
    facts: {
      nation: 'england',
      covers: { from: '2021-01-01', to: '2021-12-31' },
      holidays: ['2021-05-03', '2021-05-31'],
      source: 'a list',
    },
    narrative: null,
  });
  await recordCycleOf35(record);
  await record.level();
  app = await insightApp(record);
});
afterAll(() => app.close());

const get = (query = '', as = 'qa-lead') =>
  app.inject({ url: `/v1/action-completion${query}`, headers: { as } });

interface Counts {
  readonly set: number;
  readonly open: number;
  readonly ageing: { readonly bands: readonly { readonly band: string; readonly n: number }[] };
}

const casesOf = async (query: string): Promise<number> =>
  (await get(`/cases${query}`)).json<{ items: unknown[] }>().items.length;

describe('the completion of actions over cycles', () => {
  it('is that of the cycle where there is one alone', async () => {
    const {
      id: _id,
      title: _title,
      byPriority,
      medianCalendarDaysToVerified,
      ...cycle
    } = (await app.inject({ url: `/v1/cycles/${CYCLE_OF_35.id}/action-completion` })).json<
      Record<string, unknown>
    >();
    expect(medianCalendarDaysToVerified).toEqual({ value: 10, n: 4 });
    const whole = (await get()).json<object>();
    expect(whole).toMatchObject({ ...cycle, byPriority, set: 9, open: 2, overdue: 1 });
  });

  it('has the age of what is open, and how long actions take with the open ones counted in', async () => {
    // Due on 26 April, open on 1 July: more than 20 working days. The other is due in 2199.
    const body = (await get()).json<Counts>();
    expect(body.ageing.bands.filter(({ n }) => n > 0)).toEqual([
      { band: 'not-yet-due', n: 1 },
      { band: 'overdue-over-20', n: 1 },
    ]);
    expect(body).toMatchObject({
      calendarDaysTo: {
        reportedDone: { n: 9, reached: 6, notReached: 3, median: { value: 10 } },
        verified: { n: 9, reached: 4, notReached: 5, median: { value: null, reason: 'not-yet-reached' } },
        verifiedDone: { n: 9, reached: 2, notReached: 7 },
      },
      impact: { verified: 4, madeADifference: { n: 0, of: 0, reason: 'n=0' } },
      today: '2021-07-01',
    });
  });

  it('leads from every count to as many actions', async () => {
    for (const [choice, n] of [
      ['?status=open', 2],
      ['?status=reported-done', 2],
      ['?status=cancelled', 1],
      ['?overdue=true', 1],
      ['?repeats=true', 1],
      ['?band=overdue-over-20', 1],
      ['?impact=not-yet-judged', 4],
      ['?withoutTeam=true', 0],
      ['?priority=high&actionKind=compliance', 9],
      ['?priority=low', 0],
    ] as const)
      expect([choice, await casesOf(choice)]).toEqual([choice, n]);
    const { items } = (await get('/cases?overdue=true')).json<{ items: object[] }>();
    expect(items).toMatchObject([
      { action: CYCLE_OF_35.action(0, 0), audit: CYCLE_OF_35.audit(0), child: 'C0000', due: '2021-04-26' },
    ]);
    expect(JSON.stringify(items)).not.toContain('owner');
  });

  it.each([
    ['?team=South', 0],
    ['?team=North', 9],
    ['?cohort=in-care', 0],
    ['?cohort=child-in-need', 9],
    ['?kind=thematic', 0],
    ['?theme=recording', 0],
    ['?lineOfEnquiry=visits', 0],
    ['?asOf=2021-04-11', 0],
    ['?asOf=2021-04-12', 9],
  ])('%s counts %i of them', async (query, set) => {
    expect((await get(query)).json<Counts>().set).toBe(set);
    expect(await casesOf(query)).toBe(set);
  });

  it.each([
    ['2021-04-20', 'not-yet-due'],
    ['2021-04-26', 'due-soon'],
    ['2021-04-27', 'overdue-up-to-5'],
    // Monday 3 May is a bank holiday.
    ['2021-05-04', 'overdue-up-to-5'],
    ['2021-05-05', 'overdue-6-to-20'],
  ])('has what is due on 26 April, on %s, among what is %s', async (day, band) => {
    const { items } = (await get(`/cases?asOf=${day}&band=${band}`)).json<{ items: { action: string }[] }>();
    expect(items.map(({ action }) => action)).toContain(CYCLE_OF_35.action(0, 0));
  });

  it.each(['priority=soon', 'band=old', 'owner=x', 'area=west', 'overdue=perhaps', 'asOf=2031-01-01'])(
    'refuses ?%s and names what is wrong',
    async (query) => {
      const path = query.split('=')[0];
      expect((await get(`/cases?${query}`)).json()).toMatchObject({ status: 400, errors: [{ path }] });
    },
  );

  it('is figures for those who read figures, and actions for those who read cases', async () => {
    for (const [as, statuses] of [
      ['board-viewer', [403, 403]],
      ['moderator', [200, 200]],
      ['action-owner', [403, 403]],
      ['analyst', [200, 403]],
      ['practitioner', [403, 403]],
      ['external-reviewer', [403, 403]],
    ] as const)
      expect([(await get('', as)).statusCode, (await get('/cases', as)).statusCode]).toEqual(statuses);
  });
});
