import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CYCLE_OF_35, NORTHSHIRE, recordCycleOf35 } from '../testing/cycle-of-35.js';
import { insightApp } from '../testing/insight-app.js';
import { RecordOfEvents } from '../testing/record-of-events.js';
import { graded } from '../testing/audit-events.js';

const record = new RecordOfEvents(NORTHSHIRE);
let app: NestFastifyApplication;
beforeAll(async () => {
  await recordCycleOf35(record);
  // Two cases are graded again and name themes now.
  for (const index of [0, 1])
    for (const event of graded('good'))
      if (event.type === 'CaseGraded')
        await record.happened('2021-06-20T10:00:00.000Z', 'case-audit', CYCLE_OF_35.audit(index), {
          ...event,
          facts: { ...event.facts, strengths: ['visits'], development: index === 0 ? ['voice'] : [] },
        });
  await record.level();
  app = await insightApp(record);
});
afterAll(() => app.close());

const get = (query = '', as = 'qa-lead') => app.inject({ url: `/v1/themes${query}`, headers: { as } });

interface Themes {
  readonly graded: number;
  readonly themes: readonly { theme: string; strength: { n: number }; development: { n: number } }[];
}

describe('the themes of cases', () => {
  it('have n, share, interval and the actions beside them, and lead to as many cases', async () => {
    const body = (await get()).json<Themes>();
    expect(body).toMatchObject({
      ...{ graded: 30, few: false, missing: [{ reason: 'not-graded-yet', n: 5 }] },
      ...{ actions: 9, actionsWithoutTheme: 9, linesOfEnquiry: [{ lineOfEnquiry: null, actions: 9 }] },
      trend: [{ id: CYCLE_OF_35.id, graded: 30 }],
    });
    expect(body.themes.find(({ theme }) => theme === 'visits')).toMatchObject({
      strength: { n: 2, of: 30, percent: 6.7, interval95: [1.8, 21.3] },
    });
    for (const { theme, ...sides } of body.themes)
      for (const side of ['strength', 'development'] as const) {
        const { items } = (await get(`/cases?theme=${theme}&as=${side}`)).json<{ items: unknown[] }>();
        expect([theme, side, items.length]).toEqual([theme, side, sides[side].n]);
      }
  });

  it('are as known on a day, of a team, and by cohort', async () => {
    const visits = async (query: string): Promise<number> =>
      (await get(query)).json<Themes>().themes.find(({ theme }) => theme === 'visits')?.strength.n ?? 0;
    expect([
      await visits('?asOf=2021-06-16'),
      await visits('?team=North'),
      await visits('?team=South'),
    ]).toEqual([0, 1, 1]);
    expect((await get('?by=cohort')).json()).toMatchObject({ by: 'cohort', groups: [{}, {}] });
  });

  it.each(['?by=auditor', '?area=west', '/cases?theme=visits', '/cases?as=strength', '/cases?theme=a&as=b'])(
    'refuse %s and say what is wrong',
    async (query) => {
      expect((await get(query)).json()).toMatchObject({ status: 400, errors: [{}] });
    },
  );

  it('are figures for those who read figures, and cases for those who read cases', async () => {
    for (const [as, statuses] of [
      ['board-viewer', [403, 403]],
      ['analyst', [200, 403]],
      ['moderator', [200, 200]],
      ['external-reviewer', [403, 403]],
    ] as const)
      expect([
        (await get('', as)).statusCode,
        (await get('/cases?theme=visits&as=strength', as)).statusCode,
      ]).toEqual(statuses);
  });
});
