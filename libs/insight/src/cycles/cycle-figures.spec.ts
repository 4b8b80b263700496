import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CYCLE_OF_35, NORTHSHIRE, recordCycleOf35 } from '../testing/cycle-of-35.js';
import { insightApp } from '../testing/insight-app.js';
import { RecordOfEvents } from '../testing/record-of-events.js';

const { id } = CYCLE_OF_35;
const record = new RecordOfEvents(NORTHSHIRE);
let app: NestFastifyApplication;
beforeAll(async () => {
  await recordCycleOf35(record);
  await record.level();
  app = await insightApp(record);
});
afterAll(() => app.close());

const get = (
  url: string,
  headers: Record<string, string> = {},
): ReturnType<NestFastifyApplication['inject']> => app.inject({ url: `/v1/cycles/${id}/${url}`, headers });

describe('the grading distribution of the cycle of 35', () => {
  it('is exactly this', async () => {
    const answer = await get('grading-distribution');
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toEqual({
      id,
      title: 'April 2021',
      total: 35,
      graded: 30,
      inProgress: 0,
      noGradeRecorded: 5,
      withdrawn: 0,
      withdrawnAfterGrading: 0,
      stage: 'final',
      rows: [
        { grade: 'outstanding', n: 2, percentOfAll: 6, percentOfGraded: 7 },
        { grade: 'good', n: 21, percentOfAll: 60, percentOfGraded: 70 },
        { grade: 'requires-improvement', n: 6, percentOfAll: 17, percentOfGraded: 20 },
        { grade: 'inadequate', n: 1, percentOfAll: 3, percentOfGraded: 3 },
        { grade: 'no-grade-recorded', n: 5, percentOfAll: 14, percentOfGraded: null },
      ],
      goodOrBetter: { n: 23, of: 30, percent: 76.7, interval95: [59.1, 88.2], boundsOfAll: [65.7, 80] },
      position: String(await record.log.head(NORTHSHIRE)),
      asOf: null,
    });
    expect(answer.headers['position']).toBe(String(await record.log.head(NORTHSHIRE)));
  });

  it('is the same as CSV, to the last figure', async () => {
    const answer = await get('grading-distribution.csv');
    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8');
    const [heads, ...lines] = answer.body.trimEnd().split('\r\n');
    expect(heads!.split(',').slice(2, 8)).toEqual([
      ...['group', 'counted', 'count', 'of', 'percent of all', 'percent of graded'],
    ]);
    expect(lines.map((line) => line.replace('April 2021,final,all,', '').replace(',now', ''))).toEqual([
      'outstanding,2,35,6,7,,,,',
      'good,21,35,60,70,,,,',
      'requires-improvement,6,35,17,20,,,,',
      'inadequate,1,35,3,3,,,,',
      'no-grade-recorded,5,35,14,,,,,',
      'total,35,35,,,,,,',
      'graded,30,35,,,,,,',
      'good-or-better,23,30,,76.7,59.1,88.2,65.7,80',
      'withdrawn,0,,,,,,,',
      'withdrawn-after-grading,0,0,,,,,,',
    ]);
    const byTeam = await get('grading-distribution.csv?by=team&stage=auditor');
    expect(byTeam.body.trimEnd().split('\r\n')).toHaveLength(1 + 3 * 10);
  });

  it('at the stage of the auditor holds the grade that a moderator changed afterwards', async () => {
    const { rows, stage } = (await get('grading-distribution?stage=auditor')).json<Distribution>();
    expect(stage).toBe('auditor');
    expect(rows.map(({ n }) => n)).toEqual([2, 22, 5, 1, 5]);
  });

  it.each([
    ['cohort', ['child-in-need', 'in-care']],
    ['team', ['North', 'South']],
    ['section', ['plan']],
  ])('by %s has a group for each', async (by, groups) => {
    const answer = (await get(`grading-distribution?by=${by}`)).json<Distribution>();
    expect(answer.by).toBe(by);
    expect(answer.groups?.map(({ group }) => group)).toEqual(groups);
    expect(answer.groups?.reduce((sum, { total }) => sum + total, 0)).toBe(35);
  });

  it('as known on a day tells what was known at its end, and no more', async () => {
    const before = (await get('grading-distribution?asOf=2021-04-19')).json<Distribution>();
    expect(before).toMatchObject({ graded: 0, inProgress: 35, asOf: '2021-04-19T22:59:59.999Z' });
    const after = (await get('grading-distribution?asOf=2021-04-20')).json<Distribution>();
    expect(after).toMatchObject({ graded: 30, inProgress: 5, noGradeRecorded: 0 });
    const moment = (
      await get('grading-distribution?asOf=2021-04-12T10:00:00.000Z&stage=auditor')
    ).json<Distribution>();
    expect(moment).toMatchObject({ graded: 30, asOf: '2021-04-12T10:00:00.000Z' });
  });

  it('is not there before the cycle was planned', async () => {
    const answer = await get('grading-distribution?asOf=2021-03-31');
    expect(answer.statusCode).toBe(404);
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(answer.json()).toMatchObject({ code: 'not-found', status: 404 });
  });

  it('says why grades are missing', async () => {
    expect((await get('grading-distribution/missing')).json()).toEqual({
      id,
      title: 'April 2021',
      total: 35,
      graded: 30,
      withdrawn: 0,
      stage: 'final',
      missing: [{ reason: 'not-graded', n: 5 }],
      withdrawals: [],
      position: String(await record.log.head(NORTHSHIRE)),
      asOf: null,
    });
    expect((await get('grading-distribution/missing?asOf=2021-04-19')).json()).toMatchObject({
      missing: [
        { reason: 'not-finalised', n: 30 },
        { reason: 'not-graded', n: 5 },
      ],
    });
  });

  it.each([
    ['by=worker', 'by', 'must be one of cohort, team, section'],
    ['stage=external', 'stage', 'must be one of auditor, final'],
    ['asOf=16/06/2026', 'asOf', 'must be a day as 2026-06-16'],
    ['asOf=2021-07-02', 'asOf', 'must not be a day that has not come yet'],
    ['by=team&by=cohort', 'by', 'must be one of'],
    ['asof=2021-06-30', 'asof', 'is not known here'],
  ])('refuses ?%s and says what is wrong', async (query, path, message) => {
    const answer = await get(`grading-distribution?${query}`);
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({
      code: 'invalid-input',
      errors: [{ path, message: expect.stringContaining(message) }],
    });
  });
});

describe('the completion of the actions of the cycle of 35', () => {
  it('has every action in exactly one state, and overdue and repeats as parts', async () => {
    const { byPriority, ...whole } = (await get('action-completion')).json<Record<string, unknown>>();
    expect(whole).toEqual({
      id,
      title: 'April 2021',
      set: 9,
      open: 2,
      reportedDone: 2,
      verifiedDone: 2,
      verifiedPartly: 1,
      verifiedNotDone: 1,
      cancelled: 1,
      overdue: 1,
      repeats: 1,
      medianCalendarDaysToVerified: { value: 10, n: 4 },
      today: '2021-07-01',
      position: String(await record.log.head(NORTHSHIRE)),
      asOf: null,
    });
    expect(byPriority).toHaveLength(4);
  });

  it('judges what is overdue on the day that is asked for', async () => {
    expect((await get('action-completion?asOf=2021-04-26')).json()).toMatchObject({
      overdue: 0,
      today: '2021-04-26',
    });
    expect((await get('action-completion?asOf=2021-04-27')).json()).toMatchObject({ overdue: 1 });
    expect((await get('action-completion?asOf=2021-04-21')).json()).toMatchObject({ set: 9, open: 9 });
  });
});

describe('the progress of the cycle of 35', () => {
  it('has every audit in exactly one status', async () => {
    const { byStatus, ...whole } = (await get('progress')).json<Progress>();
    expect(whole).toEqual({
      id,
      title: 'April 2021',
      status: 'closed',
      selected: 35,
      position: String(await record.log.head(NORTHSHIRE)),
      asOf: null,
    });
    expect(byStatus.filter(({ n }) => n > 0)).toEqual([
      { status: 'allocated', n: 5 },
      { status: 'finalised', n: 30 },
    ]);
  });
});

describe('the figures of a cycle', () => {
  const figures = ['grading-distribution', 'grading-distribution/missing', 'action-completion', 'progress'];

  it.each(figures)('%s are not there in another authority', async (figure) => {
    const answer = await get(figure, { authority: 'southshire' });
    expect(answer.statusCode).toBe(404);
    expect(answer.json()).toMatchObject({ code: 'not-found' });
  });

  it.each(figures)(
    '%s are for use inside: closed to reviewers from outside, practitioners and the board',
    async (figure) => {
      for (const as of ['external-reviewer', 'practitioner', 'board-viewer'])
        expect((await get(figure, { as })).statusCode).toBe(403);
      expect((await get(figure, { as: 'analyst' })).statusCode).toBe(200);
    },
  );

  it('belong to an id that is one', async () => {
    const answer = await app.inject({ url: '/v1/cycles/35/grading-distribution' });
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({ errors: [{ path: 'id', message: 'must be an id (UUID)' }] });
  });
});

interface Distribution {
  readonly stage: string;
  readonly rows: readonly { readonly n: number }[];
  readonly by?: string;
  readonly groups?: readonly { readonly group: string; readonly total: number }[];
}

interface Progress {
  readonly byStatus: readonly { readonly status: string; readonly n: number }[];
}
