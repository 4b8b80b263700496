import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { derivedId } from '#event-log';
import type { PublishedFigures } from '#views';
import { READS_PUBLISHED } from '../reading/readers.js';
import { ACycle } from '../testing/a-cycle.js';
import { CYCLE_OF_35, NORTHSHIRE, recordCycleOf35 } from '../testing/cycle-of-35.js';
import { insightApp } from '../testing/insight-app.js';
import { RecordOfEvents } from '../testing/record-of-events.js';

const { id } = CYCLE_OF_35;
const BY = derivedId('person', 'lead');
const STILL_OPEN = new ACycle({
  ...{ id: derivedId('cycle', 'open'), title: 'June 2021', size: 10 },
  ...{ from: '2021-06-01', to: '2021-06-30' },
});
const record = new RecordOfEvents(NORTHSHIRE);
let app: NestFastifyApplication;
beforeAll(async () => {
  await recordCycleOf35(record);
  const open = [STILL_OPEN.planned(), STILL_OPEN.imported(), STILL_OPEN.drawn(), STILL_OPEN.opened()];
  await record.happened('2021-06-17T09:00:00.000Z', 'cycle', STILL_OPEN.id, ...open);
  await record.level();
  app = await insightApp(record);
});
afterAll(() => app.close());

const get = (
  url: string,
  headers: Record<string, string> = {},
): ReturnType<NestFastifyApplication['inject']> => app.inject({ url: `/v1/cycles/${url}`, headers });
const publishFindings = async (): Promise<void> => {
  const published = { type: 'FindingsPublished', facts: { by: BY, on: '2021-06-18' } } as const;
  const narrative = { summary: 'Plans are clearer.' };
  await record.happened('2021-06-18T09:00:00.000Z', 'cycle', id, { ...published, narrative });
  await record.level();
};

describe('Nothing is published of a cycle', () => {
  it.each(['published', 'published.csv'])('whose findings are not published (%s)', async (form) => {
    const answer = await get(`${id}/${form}`);
    expect([answer.statusCode, answer.json<Coded>().code]).toEqual([404, 'findings-not-published']);
    expect(answer.headers['content-type']).toContain('application/problem+json');
  });

  it('that is open, nor of one that this authority has not', async () => {
    const open = await get(`${STILL_OPEN.id}/published`);
    expect([open.statusCode, open.json<Coded>().code]).toEqual([404, 'cycle-not-closed']);
    const elsewhere = await get(`${id}/published`, { authority: 'southshire' });
    expect([elsewhere.statusCode, elsewhere.json<Coded>().code]).toEqual([404, 'not-found']);
  });
});

describe('The published figures of the cycle of 35', () => {
  beforeAll(publishFindings);

  it('are the slide of the whole authority, and withhold what is small in its parts', async () => {
    const answer = await get(`${id}/published`);
    expect(answer.statusCode).toBe(200);
    const figures = answer.json<PublishedFigures>();
    expect(figures).toMatchObject({
      cycle: { id, title: 'April 2021' },
      edition: 1,
      publishedOn: '2021-06-18',
      asKnownAt: '2021-06-18T08:59:59.999Z',
      fewestPublished: 5,
      estimates: {
        ...{ basis: 'no-limit', weighted: { needed: false } },
        moderationAdjusted: { goodOrBetter: null, reason: 'too-few', fewestModerated: 30 },
      },
    });
    expect(figures.tables[0]).toMatchObject({
      table: 'grades',
      rows: [
        {
          n: 35,
          cells: [2, 21, 6, 1, 5].map((count) => ({ count })),
          goodOrBetter: { n: 23, of: 30, percent: 76.7, interval95: [59.1, 88.2] },
        },
      ],
    });
    const small = figures.tables
      .slice(1)
      .flatMap((table) => ('rows' in table ? table.rows : []))
      .flatMap(({ n, cells }) => [n, ...cells.map(({ count }) => count)])
      .filter((count) => typeof count === 'number' && count > 0 && count < 5);
    expect(small).toEqual([]);
    expect(answer.headers['position']).toBe(String(await record.log.head(NORTHSHIRE)));
  });

  it('stay what they are whatever is corrected, verified or finalised afterwards', async () => {
    const before = (await get(`${id}/published`)).body;
    const distribution = `${id}/grading-distribution?by=team`;
    const internal = (await get(distribution)).json<object>();
    // In the very millisecond of the publication, and after it.
    await record.happened('2021-06-18T09:00:00.000Z', 'case-audit', CYCLE_OF_35.audit(0), {
      type: 'CorrectionMade',
      facts: { field: 'team', from: 'North', to: 'Harbour', reasonCode: 'moved', by: BY, tied: [] },
      narrative: null,
    });
    await record.happened('2021-06-19T09:00:00.000Z', 'improvement-action', CYCLE_OF_35.action(0, 0), {
      type: 'ActionCancelled',
      facts: { reasonCode: 'child-moved', approvedBy: BY },
      narrative: null,
    });
    await record.level();
    expect((await get(distribution)).json<object>()).not.toEqual(internal);
    expect((await get(`${id}/published`)).body).toBe(before);
  });

  it.each([
    ['asOf=2021-06-30', 'another moment'],
    ['team=North', ''],
    ['by=team', ''],
    ['stage=auditor', ''],
  ])('are asked for as a whole: %s is refused', async (query, why) => {
    for (const form of ['published', 'published.csv']) {
      const answer = await get(`${id}/${form}?${query}`);
      expect([answer.statusCode, answer.json<Coded>().code]).toEqual([400, 'invalid-input']);
      expect(answer.body).toContain(why);
    }
  });

  it('are there as lines for a spreadsheet, where what is withheld says so', async () => {
    const answer = await get(`${id}/published.csv`);
    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8');
    const lines = answer.body.split('\r\n');
    expect(lines[0]).toBe(
      'cycle,edition,published on,table,group,counted,count,of,percent,lower 95,upper 95,reason,seed',
    );
    const start = 'April 2021,1,2021-06-18,grades,,';
    expect(lines.slice(1, 3)).toEqual([`${start}all,35,,,,,,`, `${start}outstanding,2,35,5.7,,,,`]);
    expect(lines).toContain(`${start}good or better,23,30,76.7,59.1,88.2,,`);
    expect(answer.body).toMatch(
      /grades-by-team,North,outstanding,withheld,\w+,withheld,,,small-numbers,\r\n/,
    );
    expect(lines.at(-2)).toBe(
      `April 2021,1,2021-06-18,estimates,,good or better if all had been moderated,,,,,,too-few,moderation-adjusted|${id}`,
    );
    expect(new Set(lines.slice(1, -1).map((line) => line.split(',').length))).toEqual(new Set([13]));
  });

  it('are read by everybody who reads figures, and by nobody else', async () => {
    for (const role of READS_PUBLISHED)
      expect((await get(`${id}/published`, { as: role })).statusCode).toBe(200);
    for (const role of ['practitioner', 'external-reviewer'])
      expect((await get(`${id}/published.csv`, { as: role })).statusCode).toBe(403);
  });
});

interface Coded {
  readonly code: string;
}
