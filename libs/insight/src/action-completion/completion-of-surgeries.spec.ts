import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DEFAULT_POLICY, type ImprovementActionEvent, type IsoDate } from '#audit-cycle';
import { derivedId } from '#event-log';
import { NORTHSHIRE, OWNER, recordCycleOf35 } from '../testing/cycle-of-35.js';
import { insightApp } from '../testing/insight-app.js';
import { RecordOfEvents } from '../testing/record-of-events.js';

const [VISITS, PLANS] = [derivedId('measure', '3.3'), derivedId('measure', '3.4')];
const record = new RecordOfEvents(NORTHSHIRE);
let app: NestFastifyApplication;

const fromSurgery = (measure: string, due: IsoDate, team: string | null): ImprovementActionEvent => ({
  type: 'ActionSet',
  facts: {
    source: { kind: 'measure', measure, surgery: 1 },
    ...{ owner: OWNER, team, priority: 'high', kind: 'compliance', due },
  },
  narrative: null,
});
const setOn = (day: string, name: string, ...events: readonly ImprovementActionEvent[]): Promise<bigint> =>
  record.happened(`${day}T09:00:00.000Z`, 'improvement-action', derivedId('action', name), ...events);

beforeAll(async () => {
  await record.happened('2021-01-04T09:00:00.000Z', 'working-calendar', derivedId('calendar'), {
    type: 'BankHolidaysPublished',
    facts: {
      ...{ nation: 'england', covers: { from: '2021-01-01', to: '2021-12-31' }, source: 'a list' },
      holidays: ['2021-05-03', '2021-05-31'],
    },
    narrative: null,
  });
  await record.happened('2021-01-04T09:00:00.000Z', 'policy', derivedId('policy'), {
    type: 'PolicyAdopted',
    facts: {
      policy: {
        ...DEFAULT_POLICY,
        areas: [{ code: 'west', teams: ['North'] }],
        actions: { dueSoonWorkingDays: 5 },
      },
    },
    narrative: null,
  });
  await recordCycleOf35(record);
  // Today is 1 July 2021, a Thursday: five working days later is 8 July.
  await setOn('2021-06-01', 'soon', fromSurgery(VISITS, '2021-07-08', 'North'));
  await setOn('2021-06-10', 'late', fromSurgery(PLANS, '2021-06-30', null));
  await setOn('2021-06-20', 'done', fromSurgery(VISITS, '2021-07-05', 'South'), {
    type: 'ActionReportedDone',
    facts: { by: OWNER, doneOn: '2021-06-20', reportedOn: '2021-06-20' },
    narrative: { evidence: 'See the sheet.' },
  });
  await record.level();
  app = await insightApp(record);
});
afterAll(() => app.close());

const get = (address: string, as = 'qa-lead') => app.inject({ url: `/v1/${address}`, headers: { as } });
const AT = 'action-completion/surgeries';
interface Counts {
  readonly set: number;
}
const setOf = async (address: string): Promise<number> => (await get(address)).json<Counts>().set;
const lengthOf = async (address: string): Promise<number> =>
  (await get(address)).json<{ items: unknown[] }>().items.length;

describe('the completion of what surgeries set', () => {
  it('is counted by itself: every action is in the figures of cycles or in these, and in one of the two', async () => {
    expect([await setOf('action-completion'), await setOf(AT), await lengthOf('actions')]).toEqual([
      9, 3, 12,
    ]);
  });

  it('has each action in one state, with its age by the policy of the authority', async () => {
    const body = (await get(AT)).json<Counts & { ageing: { bands: readonly { n: number }[] } }>();
    expect(body).toMatchObject({ set: 3, open: 2, reportedDone: 1, verifiedDone: 0, overdue: 1 });
    expect(body.ageing.bands.filter(({ n }) => n > 0)).toEqual([
      { band: 'due-soon', n: 1 },
      { band: 'overdue-up-to-5', n: 1 },
    ]);
    expect(body).toMatchObject({ position: String(await record.log.head('northshire')), asOf: null });
  });

  it.each([
    ['', 3],
    [`measure=${VISITS}`, 2],
    ['team=North', 1],
    ['area=west', 1],
    ['priority=low', 0],
    ['actionKind=compliance', 3],
    ['from=2021-06-10', 2],
    ['to=2021-06-10', 2],
    ['from=2021-06-02&to=2021-06-19', 1],
    ['asOf=2021-04-12', 0],
  ])('?%s counts %i of them, and leads to as many', async (query, n) => {
    expect([await setOf(`${AT}?${query}`), await lengthOf(`${AT}/cases?${query}`)]).toEqual([n, n]);
  });

  it.each([
    ['status=reported-done', 1],
    ['overdue=true', 1],
    ['band=due-soon', 1],
    ['withoutTeam=true', 1],
    ['repeats=true', 0],
    ['impact=yes', 0],
  ])('leads by ?%s to %i', async (choice, n) => {
    expect(await lengthOf(`${AT}/cases?${choice}`)).toBe(n);
  });

  it('leads to actions with their measure and surgery, and without their owner', async () => {
    const { items } = (await get(`${AT}/cases?limit=1`)).json<{ items: object[] }>();
    expect(items).toEqual([
      {
        ...{ action: derivedId('action', 'late'), measure: PLANS, surgery: 1, team: null, priority: 'high' },
        ...{ kind: 'compliance', due: '2021-06-30', status: 'open', overdue: true, repeats: null },
        ...{ band: 'overdue-up-to-5', impact: null },
      },
    ]);
  });

  it.each([
    ['area=east', 'area'],
    ['measure=3.3', 'measure'],
    ['from=2021-06-02&to=2021-06-01', 'to'],
    ['cycle=x', 'cycle'],
    ['theme=visits', 'theme'],
    ['asOf=2031-01-01', 'asOf'],
  ])('refuses ?%s and names what is wrong', async (query, path) => {
    expect((await get(`${AT}?${query}`)).json()).toMatchObject({ status: 400, errors: [{ path }] });
  });

  it('is figures for those who read figures, and actions for those who read cases', async () => {
    for (const [as, statuses] of [
      ['board-viewer', [403, 403]],
      ['analyst', [200, 403]],
      ['service-leader', [200, 200]],
      ['practitioner', [403, 403]],
      ['external-reviewer', [403, 403]],
    ] as const)
      expect([(await get(AT, as)).statusCode, (await get(`${AT}/cases`, as)).statusCode]).toEqual(statuses);
  });
});
