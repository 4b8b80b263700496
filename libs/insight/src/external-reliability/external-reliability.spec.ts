import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CURRENT_SCALE, DEFAULT_POLICY, type AuditCycleEvent, type ReviewRoundEvent } from '#audit-cycle';
import { derivedId } from '#event-log';
import { ACycle } from '../testing/a-cycle.js';
import { CYCLE_OF_35, NORTHSHIRE, recordCycleOf35 } from '../testing/cycle-of-35.js';
import { insightApp } from '../testing/insight-app.js';
import { RecordOfEvents } from '../testing/record-of-events.js';

const ROUND = derivedId('review-round', 'one');
const REVIEWER = derivedId('person', 'reviewer');
const AUDITS = [0, 1, 2].map((index) => CYCLE_OF_35.audit(index));
const REVIEWED = { from: '2020-10-01', to: '2021-04-01' };
const TOOL = { id: derivedId('tool', 'core'), version: 1 };

const opened = (audits: readonly string[]): readonly ReviewRoundEvent[] => [
  {
    type: 'RoundOpened',
    facts: {
      halfYear: { from: '2021-01-01', to: '2021-06-30' },
      panel: [],
      frame: { digest: 'ab'.repeat(32), audits: 30, asAt: '2021-06-17' },
      sampleSize: 3,
      precision: { halfWidthPoints: 53.7, atPercent: 50 },
      whyCode: 'as-policy-says',
      replaces: null,
      voicesShown: false,
      rule: { reliableFromPercent: 60, limitsFromPercent: 40 },
      openedBy: REVIEWER,
    },
    narrative: null,
  },
  {
    type: 'AuditsSampled',
    facts: {
      ...{ seed: 'seed', seedSource: 'server', drawnOn: '2021-06-17', frameDigest: 'ab'.repeat(32) },
      strata: [],
      chosen: audits.map((audit, index) => ({ audit, index, stratum: 'outstanding/x' })),
    },
    narrative: null,
  },
];

const reviewed = (index: number): readonly ReviewRoundEvent[] => {
  const of = { audit: AUDITS[index]!, reviewer: REVIEWER };
  const grade = { grade: 'inadequate', scale: CURRENT_SCALE, sections: [] } as const;
  const shown = { child: CYCLE_OF_35.child(index), reviewed: REVIEWED, tool: TOOL };
  return [
    { type: 'ReviewAllocated', facts: { ...of, ...shown }, narrative: null },
    { type: 'BlindGradeCommitted', facts: { ...of, ...grade }, narrative: null },
  ];
};

const compared: ReviewRoundEvent = {
  type: 'GradesCompared',
  facts: {
    ...{ audit: AUDITS[0]!, reviewer: REVIEWER, scale: CURRENT_SCALE },
    ...{ ours: 'outstanding', theirs: 'inadequate' },
  },
  narrative: null,
};

const record = new RecordOfEvents(NORTHSHIRE);
let app: NestFastifyApplication;
beforeAll(async () => {
  await recordCycleOf35(record);
  await record.happened('2021-06-18T09:00:00.000Z', 'review-round', ROUND, ...opened(AUDITS));
  await record.happened('2021-06-19T09:00:00.000Z', 'review-round', ROUND, ...reviewed(0), ...reviewed(1));
  await record.happened('2021-06-20T09:00:00.000Z', 'review-round', ROUND, compared);
  await record.level();
  app = await insightApp(record);
});
afterAll(() => app.close());

const get = (path: string, as = 'qa-lead') => app.inject({ url: `/v1/${path}`, headers: { as } });
const FIGURE = `review-rounds/${ROUND}/reliability`;

describe('how far grades from outside agree with ours', () => {
  it('is told of a round with what is missing and why, as known on each day', async () => {
    expect((await get(FIGURE)).json()).toMatchObject({
      round: { id: ROUND, status: 'sampled', sampleSize: 3, replaces: null, conclusion: null },
      ...{ sampled: 3, committed: 2, compared: 1, theirsWorse: 1 },
      exact: { n: 0, of: 1, percent: 0, lowerBoundPercent: 0 },
      missing: [
        { reason: 'not-allocated', n: 1 },
        { reason: 'not-compared-yet', n: 1 },
      ],
      asOf: null,
    });
    expect((await get(`${FIGURE}?asOf=2021-06-19`)).json()).toMatchObject({ committed: 2, compared: 0 });
    expect((await get(`${FIGURE}?asOf=2021-06-17`)).statusCode).toBe(404);
  });

  it.each([
    ['team=North', 2],
    ['team=South', 1],
    ['cohort=in-care', 0],
    [`cycle=${CYCLE_OF_35.id}`, 3],
    ['kind=core', 3],
    ['kind=thematic', 0],
    ['from=2021-04-30&to=2021-04-30', 3],
    ['from=2021-05-01', 0],
    ['to=2021-04-29', 0],
  ])('?%s counts %i cases', async (query, sampled) => {
    expect((await get(`${FIGURE}?${query}`)).json()).toMatchObject({ sampled });
    expect((await get(`external-reliability?${query}`)).json()).toMatchObject({ items: [{ sampled }] });
    const { items } = (await get(`${FIGURE}/cases?${query}`)).json<{ items: unknown[] }>();
    expect(items).toHaveLength(sampled);
  });

  it('leads down to the cases, with both grades where they were compared and with neither before', async () => {
    const { items } = (await get(`${FIGURE}/cases`)).json<{ items: { audit: string }[] }>();
    expect(items).toMatchObject([
      { audit: AUDITS[0], child: 'C0000', stage: 'compared', ours: 'outstanding', theirs: 'inadequate' },
      { audit: AUDITS[1], child: 'C0001', stage: 'committed', ours: null, theirs: null },
      { audit: AUDITS[2], child: 'C0002', stage: 'sampled', ours: null, theirs: null },
    ]);
    expect(JSON.stringify(items)).not.toContain(REVIEWER);
  });

  it('is on the record of a case once it was compared, with the grade from outside beside ours', async () => {
    const types = async (audit: string): Promise<readonly string[]> => {
      const { items } = (await get(`audits/${audit}/history`)).json<{ items: { type: string }[] }>();
      return items.map(({ type }) => type);
    };
    expect((await types(AUDITS[0]!)).at(-1)).toBe('GradesCompared');
    expect((await types(AUDITS[1]!)).at(-1)).toBe('ActionReportedDone');
    expect((await get(`audits/${AUDITS[0]}/grades`)).json()).toMatchObject({
      ...{ submitted: 'outstanding', final: 'outstanding', external: 'inadequate', reAudited: null },
    });
    expect((await get(`audits/${AUDITS[1]}/grades`)).json()).toMatchObject({ external: null });
    expect((await get(`audits/${CYCLE_OF_35.audit(4)}/grades`)).json()).toMatchObject({
      ...{ submitted: 'good', moderated: 'good', final: 'good', reAudited: 'outstanding' },
    });
    expect((await get(`audits/${AUDITS[0]}/grades?asOf=2021-06-19`)).json()).toMatchObject({
      ...{ external: null, asOf: '2021-06-19T22:59:59.999Z' },
    });
    const { items } = (await get('children/C0000/record')).json<{ items: { position: string }[] }>();
    const positions = items.map(({ position }) => Number(position));
    expect(positions).toEqual([...positions].sort((a, b) => a - b));
  });

  it('is not there for a round or an audit that is not', async () => {
    const never = derivedId('review-round', 'never');
    for (const path of [`review-rounds/${never}/reliability`, `review-rounds/${never}/reliability/cases`])
      expect((await get(path)).json()).toMatchObject({ status: 404, code: 'not-found' });
    expect((await get(`audits/${never}/grades`)).statusCode).toBe(404);
  });

  it('is closed to whoever reviews', async () => {
    for (const path of [FIGURE, `${FIGURE}/cases`, 'external-reliability', `audits/${AUDITS[0]}/grades`]) {
      expect((await get(path, 'external-reviewer')).statusCode).toBe(403);
      expect((await get(path, 'moderator')).statusCode).toBe(200);
    }
    expect((await get(FIGURE, 'analyst')).statusCode).toBe(200);
    expect((await get(`${FIGURE}/cases`, 'analyst')).statusCode).toBe(403);
  });
});

describe('a round that drew from cycles of two kinds', () => {
  const [from, to] = ['2021-05-01', '2021-05-31'];
  const visits = new ACycle({ id: derivedId('cycle', 'visits'), title: 'Visits', size: 4, from, to });
  /** Two of four are North's, and North is in the west. */
  const planned = (): AuditCycleEvent => {
    const event = visits.planned();
    if (event.type !== 'CyclePlanned') throw new Error('A cycle begins with its plan');
    const areas = [{ code: 'west', title: 'West', teams: ['North'] }];
    return { ...event, facts: { ...event.facts, kind: 'thematic', policy: { ...DEFAULT_POLICY, areas } } };
  };
  let both: NestFastifyApplication;
  beforeAll(async () => {
    const drawn = new RecordOfEvents(NORTHSHIRE);
    await recordCycleOf35(drawn);
    await drawn.happened('2021-05-01T09:00:00.000Z', 'cycle', visits.id, planned());
    for (let n = 0; n < 4; n += 1)
      await drawn.happened('2021-05-02T09:00:00.000Z', 'case-audit', visits.audit(n), visits.selected(n));
    const audits = [...AUDITS, ...[0, 1, 2, 3].map((n) => visits.audit(n))];
    await drawn.happened('2021-06-18T09:00:00.000Z', 'review-round', ROUND, ...opened(audits));
    await drawn.level();
    both = await insightApp(drawn);
  });
  afterAll(() => both.close());
  const ask = (path: string) => both.inject({ url: `/v1/${path}`, headers: { as: 'qa-lead' } });

  it.each([
    ['', 7],
    ['?kind=core', 3],
    ['?kind=thematic', 4],
    ['?from=2021-05-01', 4],
    ['?to=2021-05-01', 3],
    ['?area=west', 2],
    ['?area=west&team=South', 0],
    [`?cycle=${visits.id}&kind=core`, 'cycle'],
    ['?kind=core&area=west', 'area'],
    ['?area=north', 'area'],
    [`?cycle=${derivedId('cycle', 'never')}`, 'cycle'],
    ['?from=2021-05-01&to=2021-04-01', 'to'],
    ['?section=plan', 'section'],
    ['?rule=drawn', 'rule'],
  ])(
    'counts with %s the cases that are asked for, or names what cannot be asked',
    async (query, expected) => {
      const answers = await Promise.all(
        [`external-reliability${query}`, `${FIGURE}${query}`, `${FIGURE}/cases${query}`].map(ask),
      );
      const bodies = answers.map((answer) => answer.json<{ items?: object[]; status?: number }>());
      if (typeof expected === 'string') {
        for (const body of bodies) expect(body).toMatchObject({ status: 400, errors: [{ path: expected }] });
        return;
      }
      // The rule says something of a whole round alone, and first that it is not over.
      const byRule = { says: null, reason: 'not-concluded' };
      expect(bodies[0]).toMatchObject({ items: [{ sampled: expected, byRule }] });
      expect(bodies[1]).toMatchObject({ sampled: expected });
      expect(bodies[2]!.items).toHaveLength(expected);
    },
  );

  it('has grades from outside of one kind, one time and one area, in groups that add up', async () => {
    const grades = async (query: string): Promise<unknown> =>
      (await ask(`grading-distribution?stage=external${query}`)).json<unknown>();
    expect(await grades('')).toMatchObject({ total: 7, cycles: [{ kind: 'core' }, { kind: 'thematic' }] });
    expect(await grades('&kind=thematic&by=area')).toMatchObject({
      ...{ total: 4, cycles: [{ id: visits.id, title: 'Visits' }] },
      groups: [
        { group: 'west', total: 2 },
        { group: null, total: 2 },
      ],
    });
    expect(await grades('&to=2021-04-30')).toMatchObject({ total: 3, cycles: [{ id: CYCLE_OF_35.id }] });
    expect(await grades('&area=west')).toMatchObject({ total: 2 });
    expect(await grades('&kind=core&area=west')).toMatchObject({ status: 400, errors: [{ path: 'area' }] });
  });
});
