import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ROLES, type MeasureEvent } from '#audit-cycle';
import { derivedId } from '#event-log';
import { NORTHSHIRE } from '../testing/cycle-of-35.js';
import { insightApp } from '../testing/insight-app.js';
import { RecordOfEvents } from '../testing/record-of-events.js';
import { READS_ALL_NARRATIVE, READS_CASES } from '../reading/readers.js';

const MEASURE = derivedId('measure', '3.3');
const [ANNA, LENA] = [derivedId('person', 'anna'), derivedId('person', 'lena')];
const period = { from: '2021-03-31', to: '2021-03-31' };

const DEFINED: MeasureEvent = {
  type: 'MeasureDefined',
  facts: {
    ...{ ref: '3.3', code: 'seen', by: ANNA },
    definition: {
      ...{ title: '% seen', section: 'Visits', unit: 'percent', decimals: 1 },
      ...{ basis: 'snapshot', polarity: 'higher-is-better', eligibility: null },
    },
  },
  narrative: null,
};
const held = (surgery: number, cases: readonly string[], notes: string): MeasureEvent => ({
  type: 'SurgeryHeld',
  facts: { surgery, period, on: '2021-05-04', by: ANNA, with: [LENA], cases, reviewRequested: null },
  narrative: { notes },
});

let app: NestFastifyApplication;
beforeAll(async () => {
  const record = new RecordOfEvents(NORTHSHIRE);
  const events = [
    DEFINED,
    held(1, ['C-0001', 'C-0002'], 'Nobody wrote it up.'),
    held(2, ['C-0003'], 'Late.'),
  ];
  await record.happened('2021-05-04T09:00:00.000Z', 'measure', MEASURE, ...events);
  await record.level();
  app = await insightApp(record);
});
afterAll(() => app.close());

const ask = (what: string, as: string, id = MEASURE, authority = 'northshire') =>
  app.inject({ url: `/v1/measures/${id}/${what}`, headers: { person: LENA, as, authority } });

describe('the surgeries of a measure', () => {
  it('have the latest first, with their cases and no words', async () => {
    const answer = await ask('surgeries', 'service-leader');
    expect([answer.statusCode, answer.headers['position']]).toEqual([200, '3']);
    expect(answer.json()).toEqual({
      items: [held(2, ['C-0003'], '').facts, held(1, ['C-0001', 'C-0002'], '').facts],
    });
    expect(answer.body).not.toContain('Nobody wrote');
  });

  it('are for those who read cases, their notes for those who read all that was written', async () => {
    for (const role of ROLES) {
      const [cases, notes] = [await ask('surgeries', role), await ask('narrative', role)];
      expect([role, cases.statusCode]).toEqual([role, READS_CASES.includes(role) ? 200 : 403]);
      expect([role, notes.statusCode]).toEqual([role, READS_ALL_NARRATIVE.includes(role) ? 200 : 403]);
    }
    const items = (await ask('narrative', 'qa-lead')).json<{ items: { narrative: object }[] }>().items;
    expect(items.map(({ narrative }) => narrative)).toEqual([
      { notes: 'Nobody wrote it up.' },
      { notes: 'Late.' },
    ]);
  });

  it('are in the history of the measure without their cases, which is for many more people', async () => {
    const history = await ask('history', 'board-viewer');
    const [, held] = history.json<{ items: { facts: Record<string, unknown> }[] }>().items;
    expect(held?.facts['casesLookedAt']).toBe(2);
    expect(history.body).not.toContain('C-0001');
  });

  it('of no measure, or of another authority, are not there', async () => {
    expect((await ask('surgeries', 'qa-lead', derivedId('no'))).statusCode).toBe(404);
    expect((await ask('narrative', 'qa-lead', MEASURE, 'southshire')).statusCode).toBe(404);
  });
});
