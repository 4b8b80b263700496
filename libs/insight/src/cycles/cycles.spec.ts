import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { derivedId } from '#event-log';
import { ACycle } from '../testing/a-cycle.js';
import { CYCLE_OF_35, NORTHSHIRE, recordCycleOf35 } from '../testing/cycle-of-35.js';
import { insightApp } from '../testing/insight-app.js';
import { RecordOfEvents } from '../testing/record-of-events.js';

const LATER = ['May', 'June'].map(
  (month, index) =>
    new ACycle({
      id: derivedId('cycle', month),
      title: `${month} 2021`,
      size: 10,
      from: `2021-0${index + 5}-01`,
      to: `2021-0${index + 5}-28`,
    }),
);
const record = new RecordOfEvents(NORTHSHIRE);
let app: NestFastifyApplication;
beforeAll(async () => {
  await recordCycleOf35(record);
  for (const cycle of LATER)
    await record.happened('2021-06-20T09:00:00.000Z', 'cycle', cycle.id, cycle.planned());
  await record.level();
  app = await insightApp(record);
});
afterAll(() => app.close());

const list = async (query = ''): Promise<{ titles: string[]; next: string | null }> => {
  const answer = await app.inject({ url: `/v1/cycles${query}` });
  expect(answer.statusCode).toBe(200);
  const { items, next, ...rest } = answer.json<{ items: { title: string }[]; next: string | null }>();
  expect(rest).toEqual({});
  return { titles: items.map(({ title }) => title), next };
};

describe('the list of cycles', () => {
  it('has the latest first, and says how far it goes', async () => {
    expect(await list()).toEqual({ titles: ['June 2021', 'May 2021', 'April 2021'], next: null });
    const { headers } = await app.inject({ url: '/v1/cycles' });
    expect(headers['position']).toBe(String(await record.log.head(NORTHSHIRE)));
  });

  it('comes in pages', async () => {
    const first = await list('?limit=2');
    expect(first.titles).toEqual(['June 2021', 'May 2021']);
    const second = await list(`?limit=2&after=${encodeURIComponent(first.next!)}`);
    expect(second).toEqual({ titles: ['April 2021'], next: null });
  });

  it('is narrowed by status and kind', async () => {
    expect((await list('?status=closed')).titles).toEqual(['April 2021']);
    expect((await list('?status=planned&kind=core')).titles).toEqual(['June 2021', 'May 2021']);
    expect((await list('?kind=thematic')).titles).toEqual([]);
  });

  it('is empty in an authority that has none', async () => {
    const answer = await app.inject({ url: '/v1/cycles', headers: { authority: 'southshire' } });
    expect(answer.json()).toEqual({ items: [], next: null });
  });

  it.each([
    ['limit=0', 'limit'],
    ['limit=501', 'limit'],
    ['limit=2.5', 'limit'],
    ['after=nonsense', 'after'],
    ['after=', 'after'],
    [`after=${encodeURIComponent('2021-05-01~17')}`, 'after'],
    [`after=${encodeURIComponent(`tomorrow~${LATER[0]!.id}`)}`, 'after'],
    ['status=deleted', 'status'],
    ['sort=title', 'sort'],
    ['__proto__=1', '__proto__'],
  ])('refuses ?%s and names what is wrong', async (query, path) => {
    const answer = await app.inject({ url: `/v1/cycles?${query}` });
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({ code: 'invalid-input', errors: [{ path }] });
  });
});

describe('a cycle', () => {
  it('tells how its sample was drawn, with the revision of its stream', async () => {
    const answer = await app.inject({ url: `/v1/cycles/${CYCLE_OF_35.id}` });
    expect(answer.headers['etag']).toBe('"4"');
    expect(answer.json()).toMatchObject({
      title: 'April 2021',
      status: 'closed',
      children: 2503,
      sample: { seedSource: 'server', chosen: 35, exclusions: [{ reasonCode: 'sampled-recently', n: 8 }] },
    });
  });

  it('as known on a day has no revision to change it by', async () => {
    const answer = await app.inject({ url: `/v1/cycles/${CYCLE_OF_35.id}?asOf=2021-04-01` });
    expect(answer.headers['etag']).toBeUndefined();
    expect(answer.json()).toMatchObject({ status: 'planned', sample: null });
  });

  it.each([derivedId('cycle', 'never'), CYCLE_OF_35.audit(0)])('is not there: %s', async (id) => {
    const answer = await app.inject({ url: `/v1/cycles/${id}` });
    expect(answer.statusCode).toBe(404);
    expect(answer.json()).toMatchObject({ code: 'not-found' });
  });

  it('is the same under its id in capitals', async () => {
    const answer = await app.inject({ url: `/v1/cycles/${CYCLE_OF_35.id.toUpperCase()}` });
    expect(answer.json()).toMatchObject({ id: CYCLE_OF_35.id });
  });
});
