import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { NORTHSHIRE, recordCycleOf35 } from '../testing/cycle-of-35.js';
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

const get = (url: string): ReturnType<NestFastifyApplication['inject']> => app.inject({ url: `/v1/${url}` });

describe('the agreement between auditors and moderators', () => {
  it('says which cycles it is of, and how few pairs a headline may rest on', async () => {
    const answer = await get('agreement');
    expect(answer.statusCode).toBe(200);
    const body = answer.json<{ chosen: number; paired: number; missing: { n: number }[] }>();
    expect(body).toMatchObject({ fewestPairs: 30, cycles: [{ title: 'April 2021' }], asOf: null });
    expect(body.paired + body.missing.reduce((sum, { n }) => sum + n, 0)).toBe(body.chosen);
    const cases = (await get('agreement/cases')).json<{ items: object[] }>();
    expect(cases.items).toHaveLength(body.paired);
  });

  it('is asked for by what is there alone', async () => {
    expect((await get('agreement?by=auditor')).statusCode).toBe(400);
    expect((await get('agreement?from=2021-05-01&to=2021-04-01')).statusCode).toBe(400);
  });
});
