import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CYCLE_OF_35, NORTHSHIRE, OWNER, recordCycleOf35 } from '../testing/cycle-of-35.js';
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

const ids = async (query: string, headers: Record<string, string> = {}): Promise<readonly string[]> => {
  const answer = await app.inject({ url: `/v1/actions?${query}`, headers });
  expect(answer.statusCode).toBe(200);
  return answer.json<{ items: { id: string }[] }>().items.map(({ id }) => id);
};

describe('the list of actions', () => {
  it.each([
    ['', 9],
    [`cycle=${CYCLE_OF_35.id}`, 9],
    [`audit=${CYCLE_OF_35.audit(0)}`, 2],
    ['status=open', 2],
    ['status=verified-done', 2],
    ['child=C0006', 1],
    ['team=South', 0],
    ['overdueOn=2021-04-26', 0],
    ['overdueOn=2021-04-27', 1],
    ['asOf=2021-04-21&status=open', 9],
  ])('narrowed by "%s" has %i', async (query, n) => {
    expect(await ids(query)).toHaveLength(n);
  });

  it('has the earliest due first, in pages', async () => {
    const latest = CYCLE_OF_35.action(0, 1);
    const first = await app.inject({ url: '/v1/actions?limit=8' });
    const { items, next } = first.json<{ items: { id: string }[]; next: string }>();
    expect(items.map(({ id }) => id)).not.toContain(latest);
    expect(await ids(`limit=8&after=${encodeURIComponent(next)}`)).toEqual([latest]);
  });

  it.each(['due=2021-04-26', 'overdueOn=yesterday', 'owner=me', 'status=done'])(
    'refuses ?%s',
    async (query) => {
      expect((await app.inject({ url: `/v1/actions?${query}` })).statusCode).toBe(400);
    },
  );
});

describe('somebody who only owns actions', () => {
  const owner = { as: 'action-owner', person: OWNER };
  const another = CYCLE_OF_35.action(2, 0);

  it('lists their own, whoever they ask for', async () => {
    const own = [
      [0, 0],
      [1, 0],
      [0, 1],
    ].map(([index, nth]) => CYCLE_OF_35.action(index!, nth!));
    expect([...(await ids('', owner))].sort()).toEqual([...own].sort());
    expect(await ids(`owner=${CYCLE_OF_35.id}`, owner)).toHaveLength(3);
    expect(await ids('', { ...owner, as: 'action-owner,auditor' })).toHaveLength(9);
  });

  it('opens their own; of another they are told what they would be told if it did not exist', async () => {
    const own = await app.inject({ url: `/v1/actions/${CYCLE_OF_35.action(1, 0)}`, headers: owner });
    expect(own.statusCode).toBe(200);
    const theirs = await app.inject({ url: `/v1/actions/${another}`, headers: owner });
    const none = await app.inject({ url: `/v1/actions/${CYCLE_OF_35.id}`, headers: owner });
    expect(theirs.statusCode).toBe(404);
    expect({ ...theirs.json<object>(), request: '' }).toEqual({ ...none.json<object>(), request: '' });
  });
});

describe('an action', () => {
  it('says how far it has come, with the revision of its stream', async () => {
    const answer = await app.inject({ url: `/v1/actions/${CYCLE_OF_35.action(2, 0)}` });
    expect(answer.headers['etag']).toBe('"2"');
    expect(answer.json()).toMatchObject({ status: 'verified-done', doneOn: '2021-04-21', child: 'C0002' });
  });

  it('is not there in another authority', async () => {
    const url = `/v1/actions/${CYCLE_OF_35.action(2, 0)}`;
    expect((await app.inject({ url, headers: { authority: 'southshire' } })).statusCode).toBe(404);
  });
});
