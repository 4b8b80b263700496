import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ROLES, type ImprovementActionEvent, type MeasureEvent } from '#audit-cycle';
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
const record = new RecordOfEvents(NORTHSHIRE);
beforeAll(async () => {
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
      items: [
        { ...held(2, ['C-0003'], '').facts, actions: [] },
        { ...held(1, ['C-0001', 'C-0002'], '').facts, actions: [] },
      ],
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

describe('an action from a surgery', () => {
  const ACTION = derivedId('action', 'from a surgery');
  const OTTO = derivedId('person', 'otto');
  const happened = (day: string, ...events: readonly ImprovementActionEvent[]): Promise<bigint> =>
    record.happened(`2021-05-${day}T09:00:00.000Z`, 'improvement-action', ACTION, ...events);
  const get = async (url: string, as = 'qa-lead', person = LENA) => {
    await record.level();
    return app.inject({ url, headers: { person, as } });
  };
  const action = async (): Promise<Record<string, unknown>> =>
    (await get(`/v1/actions/${ACTION}`)).json<Record<string, unknown>>();
  beforeAll(() =>
    happened('05', {
      type: 'ActionSet',
      facts: {
        source: { kind: 'measure', measure: MEASURE, surgery: 1 },
        ...{ owner: OTTO, team: 'North', priority: 'high', kind: 'compliance', due: '2021-05-19' },
      },
      narrative: { text: 'Write every visit up within two days.' },
    }),
  );

  it('is told of by its surgery and by no other', async () => {
    const { items } = (await get(`/v1/measures/${MEASURE}/surgeries`)).json<{
      items: readonly { surgery: number; actions: readonly object[] }[];
    }>();
    expect(items.map(({ surgery, actions }) => [surgery, actions.length])).toEqual([
      [2, 0],
      [1, 1],
    ]);
    expect(items[1]?.actions).toMatchObject([{ id: ACTION, status: 'open', due: '2021-05-19' }]);
  });

  it('is among the actions of its measure, and has neither audit, cycle nor child', async () => {
    const listed = await get(`/v1/actions?measure=${MEASURE}`);
    expect(listed.json()).toMatchObject({
      items: [{ id: ACTION, measure: MEASURE, surgery: 1, audit: null, cycle: null, child: null }],
    });
    expect((await get(`/v1/actions?measure=${derivedId('no')}`)).json()).toMatchObject({ items: [] });
    expect((await get('/v1/actions?measure=3.3')).statusCode).toBe(400);
    expect((await get('/v1/actions', 'action-owner', OTTO)).json()).toMatchObject({
      items: [{ id: ACTION }],
    });
  });

  it('is read by its owner and by those who read all that was written, and by no auditor', async () => {
    const url = `/v1/actions/${ACTION}/narrative`;
    expect((await get(url, 'action-owner', OTTO)).body).toContain('Write every visit up');
    expect((await get(url, 'service-leader')).statusCode).toBe(200);
    expect((await get(url, 'auditor')).statusCode).toBe(403);
    expect((await get(url, 'action-owner')).statusCode).toBe(404);
  });

  it('has no text for the record of a child, and says why', async () => {
    const answer = await get(`/v1/actions/${ACTION}/child-record-text`, 'action-owner', OTTO);
    expect([answer.statusCode, answer.json<{ detail: string }>().detail]).toEqual([
      404,
      expect.stringContaining('no one child'),
    ]);
  });

  it('waits for its owner, then for somebody else to verify it, and then for nobody', async () => {
    const work = async (person: string, as: string): Promise<readonly unknown[]> => {
      const answer = await get('/v1/work-list', as, person);
      return answer
        .json<{ items: { kind: string; subject: { id: string } }[] }>()
        .items.flatMap(({ kind, subject }) => (subject.id === ACTION ? [kind] : []));
    };
    expect([await work(OTTO, 'action-owner'), await work(LENA, 'qa-lead')]).toEqual([['accept-action'], []]);
    await happened('10', {
      type: 'ActionReportedDone',
      facts: { by: OTTO, doneOn: '2021-05-10', reportedOn: '2021-05-10' },
      narrative: { evidence: 'The sheet of each Friday.' },
    });
    expect(await action()).toMatchObject({ status: 'reported-done' });
    expect([await work(OTTO, 'action-owner,qa-lead'), await work(LENA, 'qa-lead')]).toEqual([
      [],
      ['verify-action'],
    ]);
    await happened('12', {
      type: 'ActionVerified',
      facts: { by: LENA, verdict: 'done', method: 'record-checked' },
      narrative: null,
    });
    expect(await action()).toMatchObject({ status: 'verified-done', verifiedBy: LENA });
    expect(await work(LENA, 'qa-lead')).toEqual([]);
  });
});
