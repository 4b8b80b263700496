import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { derivedId } from '#event-log';
import { CYCLE_OF_35, NORTHSHIRE, RE_AUDIT, recordCycleOf35 } from '../testing/cycle-of-35.js';
import { insightApp } from '../testing/insight-app.js';
import { RecordOfEvents } from '../testing/record-of-events.js';

const record = new RecordOfEvents(NORTHSHIRE);
let app: NestFastifyApplication;
beforeAll(async () => {
  await recordCycleOf35(record);
  await record.level();
  app = await insightApp(record);
});
afterAll(() => app.close());

const get = (query = '', as = 'qa-lead') =>
  app.inject({ url: `/v1/re-audit-outcomes${query}`, headers: { as } });
const { id: CYCLE } = CYCLE_OF_35;
const LEAD = derivedId('person', 'lead');

describe('the outcomes of re-audits', () => {
  it('set the verdict on the original action against what was claimed, and tell how much of the log they tell of', async () => {
    const answer = await get();
    const position = String(await record.log.head(NORTHSHIRE));
    expect(answer.headers['position']).toBe(position);
    expect(answer.json()).toMatchObject({
      reAudits: { selected: 1, reAudited: 1, underWay: 0, withdrawn: 0 },
      // Somebody chose the case, so that nothing is said of others.
      drawn: { reAudits: { selected: 0 }, tested: 0, trueClosure: { percent: null, reason: 'n=0' } },
      notDrawn: [
        { rule: 'inadequate', tested: 0 },
        {
          ...{ rule: 'chosen', reAudits: { selected: 1 }, tested: 1, missing: [] },
          trueClosure: { n: 1, of: 1, percent: 100, interval95: [20.7, 100] },
          byClaim: [
            { claimedDone: true, n: 1 },
            { claimedDone: false, n: 0 },
          ],
          grades: { better: 1, same: 0, worse: 0 },
          foundDone: { verified: 1, madeADifference: { of: 0 } },
        },
      ],
      ...{ cycles: [{ id: CYCLE }], position, asOf: null },
    });
  });

  it.each([
    [`?cycle=${CYCLE}`, 1],
    ['?kind=thematic', 0],
    ['?cohort=child-in-need', 1],
    ['?cohort=in-care', 0],
    ['?from=2021-04-30&to=2021-04-30', 1],
    ['?from=2021-05-01', 0],
    ['?to=2021-04-29', 0],
    ['?team=North', 1],
    ['?team=South', 0],
    ['?theme=recording', 0],
    ['?rule=chosen', 1],
    ['?rule=drawn', 0],
    ['?asOf=2021-06-15', 0],
    ['?asOf=2021-06-16', 1],
  ])('%s counts %i of them', async (query, selected) => {
    expect((await get(query)).json()).toMatchObject({ reAudits: { selected } });
    const { items } = (await get(`/cases${query}`)).json<{ items: unknown[] }>();
    expect(items).toHaveLength(selected);
  });

  it('stand with the team that the child was with, as soon as it is put right', async () => {
    const putRight = new RecordOfEvents(NORTHSHIRE);
    await recordCycleOf35(putRight);
    await putRight.happened('2021-06-17T10:00:00.000Z', 'case-audit', CYCLE_OF_35.audit(4), {
      type: 'CorrectionMade',
      facts: { field: 'team', from: 'North', to: 'South', reasonCode: 'misread', by: LEAD, tied: [] },
      narrative: null,
    });
    await putRight.level();
    const http = await insightApp(putRight);
    const teamsOn = async (query: string): Promise<unknown> => {
      const url = `/v1/re-audit-outcomes?by=team${query}`;
      const { groups } = (await http.inject({ url, headers: { as: 'qa-lead' } })).json<{
        groups: readonly { readonly group: string }[];
      }>();
      return groups.map(({ group }) => group);
    };
    expect(await teamsOn('')).toEqual(['South']);
    expect(await teamsOn('&team=South')).toEqual(['South']);
    expect(await teamsOn('&team=North')).toEqual([]);
    expect(await teamsOn('&asOf=2021-06-16')).toEqual(['North']);
    await http.close();
  });

  it.each([
    ['cycle', CYCLE],
    ['team', 'North'],
    ['theme', null],
  ])('by %s has a group for each', async (by, group) => {
    expect((await get(`?by=${by}`)).json()).toMatchObject({
      by,
      groups: [{ group, reAudits: { selected: 1 } }],
    });
  });

  it('lead down to the case, and from there to its events', async () => {
    const { items } = (await get('/cases')).json<{ items: { audit: string }[] }>();
    expect(items).toMatchObject([
      {
        ...{ id: RE_AUDIT, child: 'C0004', originalGrade: 'good', grade: 'outstanding' },
        actions: [{ action: CYCLE_OF_35.action(4, 0), verdict: 'done', claimedDone: true }],
      },
    ]);
    const history = await app.inject({ url: `/v1/audits/${items[0]!.audit}/history` });
    expect(history.statusCode).toBe(200);
  });

  it.each([
    ...[
      'by=worker',
      'by=rule',
      'rule=worst',
      'from=April',
      'cycle=35',
      'asOf=2031-01-01',
      'worker=x',
      'area=west',
    ],
    `cycle=${derivedId('cycle', 'never')}`,
  ])('refuse ?%s and name what is wrong', async (query) => {
    const answer = await get(`?${query}`);
    expect(answer.json()).toMatchObject({ status: 400, errors: [{ path: query.split('=')[0] }] });
  });

  it('are figures for those who read figures, and cases for those who read cases', async () => {
    const statuses = async (as: string): Promise<readonly number[]> => [
      (await get('', as)).statusCode,
      (await get('/cases', as)).statusCode,
    ];
    expect(await statuses('analyst')).toEqual([200, 403]);
    expect(await statuses('board-viewer')).toEqual([403, 403]);
    expect(await statuses('moderator')).toEqual([200, 200]);
    expect(await statuses('external-reviewer')).toEqual([403, 403]);
    expect(await statuses('practitioner')).toEqual([403, 403]);
  });
});
