import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { COMPARED_ROUND, recordComparedRound } from '../testing/a-compared-round.js';
import { recordTool } from '../testing/a-tool.js';
import { CYCLE_OF_35, NORTHSHIRE, RE_AUDIT, recordCycleOf35 } from '../testing/cycle-of-35.js';
import { insightApp } from '../testing/insight-app.js';
import { RecordOfEvents } from '../testing/record-of-events.js';

const record = new RecordOfEvents(NORTHSHIRE);
let app: NestFastifyApplication;
beforeAll(async () => {
  await recordTool(record);
  await recordCycleOf35(record);
  await recordComparedRound(record);
  await record.level();
  app = await insightApp(record);
});
afterAll(() => app.close());

const get = async (url: string): Promise<object> => {
  const answer = await app.inject({ url: `/v1/grading-distribution${url}` });
  return { status: answer.statusCode, ...answer.json<object>() };
};

interface Rows {
  readonly rows: readonly { readonly grade: string; readonly n: number }[];
}
interface Items {
  readonly items: readonly { readonly id: string; readonly outcome: string }[];
}

describe('grades from outside', () => {
  it('are of one review round, compared ones alone, with what is missing and why', async () => {
    expect(await get('?stage=external&by=team')).toMatchObject({
      ...{ stage: 'external', total: 3, graded: 1, inProgress: 2, withdrawn: 0 },
      source: { view: 'external-reliability', round: { id: COMPARED_ROUND, halfYearTo: '2021-06-30' } },
      cycles: [{ id: CYCLE_OF_35.id }],
      rows: [{ n: 0 }, { n: 0 }, { n: 0 }, { grade: 'inadequate', n: 1 }, { grade: 'in-progress', n: 2 }, {}],
      missing: [
        { reason: 'not-allocated', n: 1 },
        { reason: 'not-compared-yet', n: 1 },
      ],
      groups: [
        { group: 'North', total: 2 },
        { group: 'South', total: 1 },
      ],
    });
    expect(await get('?stage=external&asOf=2021-06-19')).toMatchObject({ graded: 0, total: 3 });
    expect(await get('?stage=external&asOf=2021-06-01')).toMatchObject({ total: 0, source: { round: null } });
  });

  it('of a case that is not compared are nowhere', async () => {
    const [, second] = ((await get('/cases?stage=external')) as Items).items;
    expect(second).toMatchObject({ id: CYCLE_OF_35.audit(1), outcome: 'in-progress' });
    expect(JSON.stringify(second)).not.toContain('inadequate');
  });
});

describe('grades of re-audits', () => {
  it('are of those that one rule chose', async () => {
    expect(await get('?stage=re-audit')).toMatchObject({
      ...{ total: 0, source: { view: 're-audit-outcomes', rule: 'drawn', chosenOtherwise: 1 } },
    });
    expect(await get('?stage=re-audit&rule=chosen&by=area&from=2021-04-01')).toMatchObject({
      ...{ stage: 're-audit', total: 1, graded: 1, missing: [] },
      ...{ cycles: [{ title: 'April 2021' }], groups: [{ group: null, total: 1 }] },
    });
    expect(await get('?stage=re-audit&rule=chosen&kind=thematic')).toMatchObject({ total: 0, cycles: [] });
    expect(await get('/cases?stage=re-audit&rule=chosen&grade=outstanding')).toMatchObject({
      items: [{ id: RE_AUDIT, audit: CYCLE_OF_35.audit(4), outcome: 'outstanding' }],
    });
  });
});

it.each(['stage=final', 'stage=auditor', 'section=plan', 'stage=external', 'stage=re-audit&rule=chosen'])(
  'every row of the grades with %s leads to as many cases as it counts',
  async (asked) => {
    for (const { grade, n } of ((await get(`?${asked}`)) as Rows).rows) {
      const row = /-progress|applicable|recorded/.test(grade) ? 'outcome' : 'grade';
      const { items } = (await get(`/cases?${asked}&${row}=${grade}&limit=100`)) as Items;
      expect({ grade, n: items.length }).toEqual({ grade, n });
      expect(items.every(({ outcome }) => outcome === grade)).toBe(true);
    }
  },
);

it.each([
  ['?stage=external&area=west', 'area'],
  ['?stage=external&by=section', 'by'],
  ['?stage=external&rule=drawn', 'rule'],
  ['?stage=external&section=plan', 'section'],
  ['?stage=external&cycle=00000000-0000-7000-8000-00000000dead', 'cycle'],
  ['?stage=external&round=00000000-0000-7000-8000-00000000dead', 'round'],
  ['?stage=re-audit&lineOfEnquiry=visits', 'lineOfEnquiry'],
  ['?stage=re-audit&by=section', 'by'],
  ['?stage=re-audit&area=west', 'area'],
  [`?round=${COMPARED_ROUND}`, 'round'],
  ['?rule=drawn', 'rule'],
  ['/cases?grade=good&outcome=graded', 'outcome'],
  ['/cases?outcome=good', 'outcome'],
])('grades asked for with %s are refused, saying why', async (asked, path) => {
  expect(await get(asked)).toMatchObject({ status: 400, code: 'invalid-input', errors: [{ path }] });
});
