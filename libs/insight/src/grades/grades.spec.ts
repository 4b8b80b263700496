import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CYCLE_OF_35, NORTHSHIRE, recordCycleOf35 } from '../testing/cycle-of-35.js';
import { recordTool } from '../testing/a-tool.js';
import { insightApp } from '../testing/insight-app.js';
import { RecordOfEvents } from '../testing/record-of-events.js';

const record = new RecordOfEvents(NORTHSHIRE);
let app: NestFastifyApplication;
beforeAll(async () => {
  await recordTool(record);
  await recordCycleOf35(record);
  await record.level();
  app = await insightApp(record);
});
afterAll(() => app.close());

const get = (url: string): ReturnType<NestFastifyApplication['inject']> => app.inject({ url: `/v1/${url}` });

interface Grades {
  readonly total: number;
  readonly graded: number;
  readonly rows: readonly { readonly n: number }[];
  readonly cycles: readonly { readonly id: string }[];
}

interface Trusted {
  readonly group: string;
  readonly goodOrBetter: object;
  readonly intervals: { readonly goodOrBetter: { readonly interval95: readonly number[] } };
  readonly moderationAdjusted: object;
}

describe('grades over cycles', () => {
  it('of the one cycle are those of the cycle', async () => {
    const [whole, cycle] = await Promise.all([
      get('grading-distribution'),
      get(`cycles/${CYCLE_OF_35.id}/grading-distribution`),
    ]);
    const { id: _id, title: _title, goodOrBetter, ...figures } = cycle.json<Record<string, unknown>>();
    const { interval95: _interval, ...counted } = goodOrBetter as Record<string, unknown>;
    expect(whole.json()).toMatchObject({ ...figures, goodOrBetter: counted });
    expect(whole.json<Grades>().cycles.map(({ id }) => id)).toEqual([CYCLE_OF_35.id]);
  });

  it('have intervals for the list that was drawn from, and for no limit where a team is asked for', async () => {
    const whole = (await get('grading-distribution')).json<Trusted>();
    expect(whole.intervals).toMatchObject({
      ...{ basis: 'finite-population', covers: 'sampling error only', n: 30, weights: { needed: false } },
      families: { known: 0, withSeveral: 0 },
      goodOrBetter: { n: 23, percent: 76.7 },
    });
    expect(whole.goodOrBetter).toMatchObject({ n: 23, interval95: whole.intervals.goodOrBetter.interval95 });
    expect(whole.moderationAdjusted).toMatchObject({
      ...{ final: whole.intervals, adjusted: null, difference: null },
      ...{ reason: 'none-moderated-by-chance', made: { n: 30, notModerated: 30, fewest: null } },
    });
    const north = (await get('grading-distribution?team=North')).json<Trusted>();
    expect(north.intervals).toMatchObject({ basis: 'no-limit', listed: null });
    expect(north.moderationAdjusted).toMatchObject({ reason: 'too-few', made: { fewest: 10 } });
  });

  it('have the same beside each of their groups as are asked for by a filter', async () => {
    const { groups } = (await get('grading-distribution?by=team')).json<{ groups: readonly Trusted[] }>();
    for (const { group, ...figure } of groups)
      expect((await get(`grading-distribution?team=${group}`)).json()).toMatchObject(figure);
    expect(groups.map(({ group }) => group)).toEqual(['North', 'South']);
    const sections = (await get('grading-distribution?by=section')).json<{ groups: readonly Trusted[] }>();
    expect(sections.groups[0]).toMatchObject({
      ...{ group: 'plan', intervals: { basis: 'finite-population', n: 30 } },
      moderationAdjusted: { adjusted: null, reason: 'too-few' },
    });
  });

  it('are of the cycles alone that end in the time that is asked for', async () => {
    const none = (await get('grading-distribution?to=2021-01-31')).json<Grades>();
    expect(none).toMatchObject({ total: 0, graded: 0, cycles: [] });
    expect((await get('grading-distribution?kind=thematic')).json<Grades>().cycles).toEqual([]);
    expect((await get('grading-distribution?from=2021-01-31')).json<Grades>().total).toBe(35);
  });

  it('are of a team or a cohort', async () => {
    const teams = await Promise.all(
      ['North', 'South'].map(async (team) => (await get(`grading-distribution?team=${team}`)).json<Grades>()),
    );
    expect(teams.reduce((sum, { total }) => sum + total, 0)).toBe(35);
    expect((await get('grading-distribution?cohort=early-help')).json<Grades>().total).toBe(0);
  });

  it('are of a section, or of the sections that speak to a line of enquiry, each under its title', async () => {
    const plan = (await get('grading-distribution?section=plan&stage=auditor&by=area')).json<object>();
    expect(plan).toMatchObject({
      ...{ total: 35, graded: 30, notAsked: 0, section: { code: 'plan', title: 'The plan' } },
      groups: [{ group: null, total: 35 }],
    });
    const line = (await get('grading-distribution?lineOfEnquiry=visits')).json<object>();
    expect(line).toMatchObject({
      ...{ by: 'line-of-enquiry', section: null, graded: 30 },
      groups: [
        { group: 'visits', section: { code: 'plan' }, graded: 30 },
        { group: 'visits', section: { title: 'The visits' }, graded: 0 },
      ],
    });
  });

  it('of one cycle alone are grouped as they always were', async () => {
    const { id } = CYCLE_OF_35;
    const answer = await get(`cycles/${id}/grading-distribution?by=area`);
    expect(answer.statusCode).toBe(400);
    const bySection = await get(`cycles/${id}/grading-distribution?by=section`);
    expect(bySection.json()).toMatchObject({ groups: [{ group: 'plan', total: 35 }] });
    expect(bySection.body).not.toContain('The plan');
  });

  it('lead to the cases behind them', async () => {
    const first = await get('grading-distribution/cases?limit=20');
    const page = first.json<{ items: { child: string; finalGrade: string | null }[]; next: string }>();
    expect(page.items).toHaveLength(20);
    const rest = await get(`grading-distribution/cases?limit=20&after=${encodeURIComponent(page.next)}`);
    const { items, next } = rest.json<typeof page>();
    expect({ rest: items.length, next }).toEqual({ rest: 15, next: null });
    const graded = [...page.items, ...items].filter(({ finalGrade }) => finalGrade !== null);
    expect(graded).toHaveLength(30);
  });

  it.each([
    ['from=2021-05-01&to=2021-04-01', 'to'],
    ['from=2021-13-01', 'from'],
    ['kind=yearly', 'kind'],
    ['area=west', 'area'],
    ['cycle=00000000-0000-7000-8000-00000000dead', 'cycle'],
    ['asOf=2999-01-01', 'asOf'],
    ['colour=red', 'colour'],
    ['section=voices', 'section'],
    ['section=constructor', 'section'],
    ['lineOfEnquiry=plans', 'lineOfEnquiry'],
    ['section=plan&lineOfEnquiry=visits', 'lineOfEnquiry'],
    ['section=plan&by=section', 'by'],
    ['lineOfEnquiry=visits&by=team', 'by'],
    ['section=plan&kind=thematic', 'section'],
  ])('asked for with %s say what is wrong', async (asked, path) => {
    const answer = await get(`grading-distribution?${asked}`);
    expect(answer.statusCode).toBe(400);
    expect(JSON.stringify(answer.json())).toContain(path);
  });
});
