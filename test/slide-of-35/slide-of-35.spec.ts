import { Module, type DynamicModule } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { derivedId } from '#event-log';
import { IdentityModule, type ActingPersonSource } from '#identity';
import { insightModule } from '#insight';
import { CYCLE_OF_35, NORTHSHIRE, recordCycleOf35, RecordOfEvents } from '#insight/testing';
import { createHttpApp, openLog } from '#platform';
import { characteristicsInMemory } from '#population/testing';
import { webModule } from '#web';
import { slideInCsv, slideInJson, slideOnPage, type Slide, type SlideInJson } from './read-slide.js';

/** What the slide has to say, wherever it is asked for: by grade its count, its percentage of all and of those graded. */
const SLIDE: Slide = {
  rows: [
    ['outstanding', 2, 6, 7],
    ['good', 21, 60, 70],
    ['requires-improvement', 6, 17, 20],
    ['inadequate', 1, 3, 3],
    ['no-grade-recorded', 5, 14, null],
  ],
  total: 35,
  graded: 30,
  goodOrBetter: { n: 23, of: 30, percent: 76.7, interval95: [59.1, 88.2], boundsOfAll: [65.7, 80] },
};

const { id } = CYCLE_OF_35;
const lead = derivedId('person', 'lead');
const source: ActingPersonSource = {
  identify: async () => ({
    ...{ authority: NORTHSHIRE, person: lead, roles: ['qa-lead'], simulatedClock: false },
  }),
};

@Module({})
class Features {}

let app: NestFastifyApplication;
beforeAll(async () => {
  const record = new RecordOfEvents(NORTHSHIRE);
  await recordCycleOf35(record);
  const published = { type: 'FindingsPublished', facts: { by: lead, on: '2021-06-18' } } as const;
  const narrative = { summary: 'Plans are clearer.' };
  await record.happened('2021-06-18T09:00:00.000Z', 'cycle', id, { ...published, narrative });
  await record.level();
  const clock = (): Date => new Date('2021-07-01T12:00:00.000Z');
  const { store: reader, projections: levels, log } = record;
  const insight = insightModule({
    ...{ reader, levels, revisions: record.store, record: log, clock },
    ...{ characteristics: characteristicsInMemory(), log: openLog('silent') },
  });
  const northshire = { id: NORTHSHIRE, name: 'Northshire', simulated: false };
  const authorities = { list: async () => [northshire], head: (of: string) => log.head(of) };
  const web = webModule({ reader, authorities, clock, trial: true });
  const features: DynamicModule = {
    module: Features,
    imports: [IdentityModule.forRoot(source), insight, web],
  };
  app = await createHttpApp(features, { log: openLog('silent') });
});
afterAll(() => app.close());

const ask = async (url: string): Promise<string> => {
  const answer = await app.inject({ url });
  expect([url, answer.statusCode]).toEqual([url, 200]);
  return answer.body;
};
/** Over cycles and in trends the interval knows how many children were sampled from, and says so: narrower, and nothing else differs. */
interface SlideOfSample extends SlideInJson {
  readonly intervals: {
    readonly basis: string;
    readonly listed: number;
    readonly goodOrBetter: { readonly interval95: readonly [number, number] };
  };
}
function ofSample({ intervals: { basis, listed, goodOrBetter } }: SlideOfSample): Slide {
  expect([basis, listed]).toEqual(['finite-population', 350]);
  const { interval95 } = goodOrBetter;
  const [lower, upper] = SLIDE.goodOrBetter.interval95 as readonly [number, number];
  expect([interval95[0] > lower, interval95[1] < upper]).toEqual([true, true]);
  return { ...SLIDE, goodOrBetter: { ...SLIDE.goodOrBetter, interval95 } };
}

const askJson = async <Body>(url: string): Promise<Body> => JSON.parse(await ask(url)) as Body;

describe('the slide of 35 says the same, with the five of which no grade is recorded,', () => {
  it('in the figures of the cycle', async () => {
    expect(slideInJson(await askJson(`/v1/cycles/${id}/grading-distribution`))).toEqual(SLIDE);
  });

  it('in the same as CSV', async () => {
    expect(slideInCsv(await ask(`/v1/cycles/${id}/grading-distribution.csv`))).toEqual(SLIDE);
  });

  it.each(['', `?cycle=${id}`])('in the figures over cycles%s', async (asked) => {
    const answer = await askJson<SlideOfSample>(`/v1/grading-distribution${asked}`);
    expect(slideInJson(answer)).toEqual(ofSample(answer));
  });

  it('in the trend', async () => {
    const { lines } = await askJson<{ lines: { points: SlideOfSample[] }[] }>(
      '/v1/grading-distribution/trend',
    );
    const points = lines.flatMap((line) => line.points);
    expect(points).toHaveLength(1);
    expect(slideInJson(points[0]!)).toEqual(ofSample(points[0]!));
  });

  it('on the page', async () => {
    expect(slideOnPage(await ask(`/?authority=${NORTHSHIRE}&cycle=${id}`))).toEqual(SLIDE);
  });

  it('behind the figures: each row leads to as many cases, and 30 audits are final', async () => {
    for (const [grade, n] of SLIDE.rows) {
      const cases = `/v1/grading-distribution/cases?cycle=${id}&stage=final&${grade === 'no-grade-recorded' ? 'outcome' : 'grade'}=${grade}`;
      const { items } = await askJson<{ items: readonly object[] }>(cases);
      expect([grade, items.length]).toEqual([grade, n]);
    }
    const { byStatus } = await askJson<{ byStatus: { status: string; n: number }[] }>(
      `/v1/cycles/${id}/progress`,
    );
    expect(byStatus.find(({ status }) => status === 'finalised')?.n).toBe(SLIDE.graded);
  });

  it('in what is published, where percentages have a decimal and the bounds are not needed', async () => {
    interface Published {
      readonly tables: readonly {
        readonly rows: readonly {
          readonly n: number;
          readonly cells: readonly { readonly of: readonly string[]; readonly count: number }[];
          readonly goodOrBetter: object;
        }[];
      }[];
    }
    const { tables } = await askJson<Published>(`/v1/cycles/${id}/published`);
    const { n, cells, goodOrBetter } = tables[0]!.rows[0]!;
    const { boundsOfAll: _, ...shown } = SLIDE.goodOrBetter;
    expect([n, goodOrBetter]).toEqual([SLIDE.total, shown]);
    expect(cells.map(({ of, count }) => [...of, count])).toEqual(
      SLIDE.rows.map(([grade, count]) => [grade, count]),
    );
    const csv = await ask(`/v1/cycles/${id}/published.csv`);
    for (const [grade, count] of SLIDE.rows) expect(csv).toContain(`,grades,,${grade},${count},35,`);
    expect(csv).toContain(',grades,,good or better,23,30,76.7,59.1,88.2,');
  });
});
