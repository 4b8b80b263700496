import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { derivedId } from '#event-log';
import { ACycle } from '../testing/a-cycle.js';
import { recordTool } from '../testing/a-tool.js';
import { CYCLE_OF_35, NORTHSHIRE, recordCycleOf35 } from '../testing/cycle-of-35.js';
import { insightApp } from '../testing/insight-app.js';
import { RecordOfEvents } from '../testing/record-of-events.js';

const OPEN = new ACycle({
  id: derivedId('cycle', 'open'),
  title: 'May 2021',
  size: 5,
  ...{ from: '2021-05-01', to: '2021-05-31' },
});
const record = new RecordOfEvents(NORTHSHIRE);
let app: NestFastifyApplication;
beforeAll(async () => {
  await recordTool(record);
  await recordCycleOf35(record);
  await record.happened('2021-06-17T09:00:00.000Z', 'cycle', OPEN.id, OPEN.planned());
  await record.happened('2021-06-17T09:01:00.000Z', 'case-audit', OPEN.audit(0), OPEN.selected(0));
  await record.level();
  app = await insightApp(record);
});
afterAll(() => app.close());

interface Row {
  readonly grade: string;
  readonly n: number;
}
interface Trend {
  readonly lines: readonly {
    readonly points: readonly { readonly rows: readonly Row[]; readonly cases: string }[];
  }[];
}

const ask = (url: string) => app.inject({ url });
const trend = async (asked = '') => (await ask(`/v1/grading-distribution/trend${asked}`)).json<Trend>();

describe('the trend of grades over cycles', () => {
  it('is a line of cycles, those that are not closed beside the chart', async () => {
    expect(await trend()).toMatchObject({
      ...{ stage: 'final', section: null, asOf: null },
      cycles: [{ title: 'April 2021' }, { title: 'May 2021' }],
      lines: [
        {
          ...{ kind: 'core', toolVersion: 1, scale: 'ofsted-four-point-1' },
          points: [
            { cycle: { title: 'April 2021' }, notInChart: null, total: 35, goodOrBetter: { percent: 76.7 } },
            { cycle: { title: 'May 2021', status: 'planned' }, notInChart: 'not-closed', total: 1 },
          ],
          chart: { kind: 'run', ofPoints: 1, reason: 'fewer-than-twelve-points', median: 76.7 },
        },
      ],
    });
    expect((await trend('?kind=thematic')).lines).toEqual([]);
    expect((await trend('?asOf=2021-05-01')).lines[0]?.points).toHaveLength(1);
  });

  it.each(['', '?team=North&stage=auditor', '?section=plan', '?asOf=2021-04-25'])(
    'asked for with "%s" leads from every row of every point to as many cases',
    async (asked) => {
      for (const { rows, cases } of (await trend(asked)).lines.flatMap(({ points }) => points)) {
        for (const { grade, n } of rows) {
          const row = /-progress|applicable|recorded/.test(grade) ? 'outcome' : 'grade';
          const { items } = (await ask(`${cases}&${row}=${grade}&limit=100`)).json<{ items: object[] }>();
          expect([cases, grade, items.length]).toEqual([cases, grade, n]);
        }
      }
    },
  );

  it.each([
    [`cycle=${CYCLE_OF_35.id}`, 'cycle'],
    ['stage=external', 'stage'],
    ['section=voices', 'section'],
    ['area=west', 'area'],
    ['from=2021-05-01&to=2021-04-01', 'to'],
    ['by=team', 'by'],
  ])('asked for with %s says what is wrong', async (asked, path) => {
    const answer = await ask(`/v1/grading-distribution/trend?${asked}`);
    expect(answer.statusCode).toBe(400);
    expect(JSON.stringify(answer.json())).toContain(path);
  });
});
