import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AuditCycleEvent } from '#audit-cycle';
import { idOf, scorecardOfMarch2023 } from '#views/testing';
import { NORTHSHIRE } from '../testing/cycle-of-35.js';
import { insightApp } from '../testing/insight-app.js';
import { RecordOfEvents } from '../testing/record-of-events.js';

const record = new RecordOfEvents(NORTHSHIRE);
let app: NestFastifyApplication;
beforeAll(async () => {
  const { events } = scorecardOfMarch2023().history;
  const isDefined = ({ type }: { readonly type: string }): boolean => type === 'MeasureDefined';
  const happened = async (at: string, fits: (event: { readonly type: string }) => boolean) => {
    for (const { stream, type, facts } of events.filter(fits))
      await record.happened(at, stream.kind, stream.id, { type, facts, narrative: null } as AuditCycleEvent);
  };
  await happened('2021-06-01T09:00:00.000Z', isDefined);
  await happened('2021-06-10T09:00:00.000Z', (event) => !isDefined(event));
  await record.level();
  app = await insightApp(record);
});
afterAll(() => app.close());

const get = (path: string, as = 'board-viewer') => app.inject({ url: `/v1${path}`, headers: { as } });
interface Answered {
  readonly counts: object;
  readonly measures: readonly { readonly ref: string; readonly rag: string | null }[];
}
const scorecard = async (query = ''): Promise<Answered> => (await get(`/scorecard${query}`)).json<Answered>();
const UNCOLOURED = { targeted: 0, green: 0, amber: 0, red: 0 };

describe('the scorecard', () => {
  it('of March 2023 has 6 green, 4 amber and 4 red of 14, and how far each red one is away', async () => {
    const answer = await get('/scorecard');
    const { counts, measures } = answer.json<Answered>();
    expect(counts).toEqual({
      ...{ n: 17, targeted: 14, green: 6, amber: 4, red: 4 },
      ...{ withoutTargets: 3, withoutFigure: 0 },
    });
    expect(measures.find(({ ref }) => ref === '3.3')).toMatchObject({
      rag: 'red',
      current: {
        latest: { value: '84.01', gap: { toMinimum: '0.99' }, targets: { rule: 'minimum-and-upper-1' } },
      },
    });
    expect(answer.headers['position']).toBe(answer.json<{ position: string }>().position);
  });

  it('is narrowed to a heading and to the figures until a day', async () => {
    const { measures, counts } = await scorecard('?section=Visits&on=2022-12-31');
    expect(measures.map(({ ref, rag }) => [ref, rag])).toEqual([
      ['3.3', 'red'],
      ['4.7.2', 'green'],
      ['5.10', 'red'],
      ['5.11', 'red'],
    ]);
    expect(counts).toMatchObject({ n: 4, green: 1, amber: 0, red: 3 });
  });

  it('as known on a day has what was on record then, and nothing before the first measure', async () => {
    expect((await scorecard('?asOf=2021-06-05')).counts).toEqual({
      ...{ n: 17, ...UNCOLOURED, withoutTargets: 0, withoutFigure: 17 },
    });
    expect((await scorecard('?asOf=2021-05-31')).counts).toEqual({
      ...{ n: 0, ...UNCOLOURED, withoutTargets: 0, withoutFigure: 0 },
    });
  });

  it.each([
    ['section=Elsewhere', 'section'],
    ['section=Visits&asOf=2021-05-31', 'section'],
    ['on=2023-02-29', 'on'],
    ['asOf=2030-01-01', 'asOf'],
    ['team=North', 'team'],
  ])('refuses ?%s and names %s', async (query, path) => {
    const answer = await get(`/scorecard?${query}`);
    expect(answer.statusCode).toBe(400);
    expect(answer.json<{ errors: readonly { path: string }[] }>().errors[0]!.path).toBe(path);
  });

  it('is read by the board and by leaders, and by nobody from outside', async () => {
    for (const [as, status] of [
      ['board-viewer', 200],
      ['service-leader', 200],
      ['external-reviewer', 403],
      ['practitioner', 403],
    ] as const)
      expect([as, (await get('/scorecard', as)).statusCode]).toEqual([as, status]);
  });
});

describe('a measure', () => {
  const contacts = `/measures/${idOf('measure', 4)}`;

  it('is listed with the others, by what it measures', async () => {
    const { items } = (await get('/measures')).json<{ items: readonly { ref: string }[] }>();
    expect(items.map(({ ref }) => ref).slice(0, 5)).toEqual(['1.1', '1.2', '1.3', '1.4', '2.1']);
    expect(items[4]).toMatchObject({
      section: 'Front door / assessment',
      basis: 'year-to-date',
      definition: 1,
    });
  });

  it('is shown with its lines, and the revision to send a command with', async () => {
    const answer = await get(contacts);
    expect(answer.headers['etag']).toBe('"8"');
    expect(answer.json()).toMatchObject({
      ref: '2.1',
      targets: [{ version: 1, minimum: '90', upper: '95' }],
      lines: [
        { series: 'current', latest: { value: '98.33', rag: 'green' } },
        { series: 'month', latest: { value: '97.3', rag: 'green' } },
      ],
    });
  });

  it('has a history, as known on a day; and there is none of another id', async () => {
    const types = async (query: string): Promise<readonly string[]> =>
      (await get(`${contacts}/history${query}`))
        .json<{ items: readonly { type: string }[] }>()
        .items.map(({ type }) => type);
    expect(await types('?asOf=2021-06-05')).toEqual(['MeasureDefined']);
    expect(await types('')).toHaveLength(9);
    for (const path of [`/measures/${idOf('measure', 99)}`, `/measures/${idOf('measure', 99)}/history`])
      expect((await get(path)).statusCode).toBe(404);
  });
});
