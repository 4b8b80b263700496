import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ROLES } from '#audit-cycle';
import { openLog } from '#platform';
import {
  ABOUT_STAFF,
  AUDITOR,
  HEAD,
  INSIDER,
  LEAD,
  OPEN_CYCLE,
  recordOpenCycle,
  RISK,
  WORKER,
} from '../testing/an-open-cycle.js';
import { MODERATOR, NARRATIVE } from '../testing/audit-events.js';
import { NORTHSHIRE } from '../testing/cycle-of-35.js';
import { insightApp } from '../testing/insight-app.js';
import { RecordOfEvents } from '../testing/record-of-events.js';

const DONE = 'She was seen at home and is well.';
const record = new RecordOfEvents(NORTHSHIRE);
const lines: string[] = [];
let app: NestFastifyApplication;
beforeAll(async () => {
  await recordOpenCycle(record);
  await record.happened('2021-06-22T15:00:00.000Z', 'escalation', RISK, {
    type: 'EscalationResolved',
    facts: {
      ...{ by: HEAD, whatCode: 'child-seen' },
      ...{ doneOn: '2021-06-22', onChildRecordSince: '2021-06-22' },
    },
    narrative: { whatWasDone: DONE },
  });
  const log = openLog('info', { write: (line) => void lines.push(line) });
  // The views know nothing: what is read here, and who may, is in the log alone.
  app = await insightApp(record, record.projections, log);
});
beforeEach(() => void lines.splice(0));
afterAll(() => app.close());

const ask = (id: string, person: string, as: string, authority = NORTHSHIRE) =>
  app.inject({ url: `/v1/escalations/${id}/narrative`, headers: { person, as, authority } });

describe('what was written about an escalation', () => {
  it('is read by the person before whom it is, whatever their role, and the reading leaves a line', async () => {
    const answer = await ask(RISK, HEAD, 'practitioner');
    expect([answer.statusCode, answer.headers['cache-control'], answer.headers['etag']]).toEqual([
      200,
      'no-store',
      '"1"',
    ]);
    expect(answer.json()).toMatchObject({
      id: RISK,
      items: [
        { revision: 0, type: 'EscalationOpened', narrative: { concern: NARRATIVE } },
        { revision: 1, type: 'EscalationResolved', narrative: { whatWasDone: DONE } },
      ],
    });
    expect(lines.map((line) => JSON.parse(line) as object)).toMatchObject([
      { person: HEAD, stream: `${NORTHSHIRE}/escalation-${RISK}`, msg: 'narrative read' },
    ]);
    expect(lines.join('')).not.toContain(NARRATIVE);
  });

  it.each(['qa-lead', 'service-leader', 'caldicott-guardian', 'moderator'])('is read by a %s', async (as) => {
    expect((await ask(RISK, LEAD, as)).statusCode).toBe(200);
  });

  it('is read by whoever raised it, and by nobody else of their role', async () => {
    expect((await ask(RISK, AUDITOR, 'auditor')).statusCode).toBe(200);
    const another = await ask(RISK, MODERATOR, 'auditor');
    expect([another.statusCode, another.json<{ code: string }>().code]).toEqual([
      403,
      'not-allocated-to-you',
    ]);
  });

  it('is told to nobody else', async () => {
    const others = ROLES.filter(
      (role) => !['qa-lead', 'service-leader', 'caldicott-guardian', 'moderator'].includes(role),
    );
    for (const role of others) {
      const { statusCode, body } = await ask(RISK, WORKER, role);
      const knows = ['auditor', 'inspector', 'external-reviewer'].includes(role);
      expect([role, statusCode]).toEqual([role, knows ? 403 : 404]);
      expect(body).not.toContain(NARRATIVE);
    }
    expect(lines).toEqual([]);
  });

  it('is not there in another authority, nor where there is no such escalation', async () => {
    expect((await ask(RISK, HEAD, 'qa-lead', 'southshire')).statusCode).toBe(404);
    expect((await ask(OPEN_CYCLE.audit(0), LEAD, 'qa-lead')).statusCode).toBe(404);
  });
});

describe('of what is about staff', () => {
  it('nothing was written, and that is told to whom it is before', async () => {
    const answer = await ask(ABOUT_STAFF, HEAD, 'practitioner');
    expect(answer.json()).toEqual({ id: ABOUT_STAFF, items: [] });
  });

  it.each([
    ["the child's worker", WORKER, 'qa-lead,service-leader'],
    ['a lead of the team', INSIDER, 'qa-lead'],
    ['a moderator', MODERATOR, 'moderator'],
  ])('nothing is there for %s', async (_who, person, as) => {
    expect((await ask(ABOUT_STAFF, person, as)).statusCode).toBe(404);
    expect((await ask(RISK, person, as)).statusCode).toBe(200);
  });
});
