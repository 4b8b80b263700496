import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { derivedId } from '#event-log';
import { NORTHSHIRE, recordCycleOf35 } from '../testing/cycle-of-35.js';
import { insightApp } from '../testing/insight-app.js';
import { RecordOfEvents } from '../testing/record-of-events.js';

const AUDITOR = derivedId('person', 'auditor');
const SOMEBODY = derivedId('person', 'somebody');
const record = new RecordOfEvents(NORTHSHIRE);
let app: NestFastifyApplication;
beforeAll(async () => {
  await recordCycleOf35(record);
  await record.level();
  app = await insightApp(record);
});
afterAll(() => app.close());

const get = (path: string, as: string, person = SOMEBODY) =>
  app.inject({ url: `/v1/auditors/${path}`, headers: { as, person } });

describe('how lenient auditors are', () => {
  it('is for a qa-lead to see of everybody', async () => {
    const answer = await get('consistency', 'qa-lead');
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toMatchObject({
      fewestPairs: 10,
      auditors: [{ auditor: AUDITOR, graded: 30 }],
      all: [{ judge: 'blind-moderator' }, { judge: 'seeing-moderator' }, { judge: 'external-reviewer' }],
      cycles: [{ title: 'April 2021' }],
    });
    for (const as of ['auditor', 'moderator', 'board-viewer', 'service-leader', 'external-reviewer'])
      expect((await get('consistency', as, AUDITOR)).statusCode).toBe(403);
  });

  it('is for an auditor to see of themselves alone', async () => {
    const own = await get(`${AUDITOR}/consistency`, 'auditor', AUDITOR);
    expect(own.json()).toMatchObject({ auditor: { auditor: AUDITOR, graded: 30 } });
    const other = await get(`${AUDITOR}/consistency`, 'auditor', SOMEBODY);
    expect(other.json()).toMatchObject({ status: 403, code: 'not-yours' });
    const ofTeam = await get(`${AUDITOR}/consistency?team=North`, 'auditor', AUDITOR);
    expect(ofTeam.json()).toMatchObject({ status: 400, errors: [{ path: 'team' }] });
    expect((await get(`${AUDITOR}/consistency?team=North`, 'qa-lead')).statusCode).toBe(200);
    expect((await get(`${SOMEBODY}/consistency`, 'auditor', SOMEBODY)).json()).toMatchObject({
      auditor: null,
    });
  });
});
