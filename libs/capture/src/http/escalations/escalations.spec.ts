import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { auditId } from '#authority-setup';
import { factsOf, narrativeOf, parseStreamName } from '#event-log';
import { PEOPLE, START } from '../../testing/authority-at-work.js';
import { CaptureApp, CHIEF, OTHER_AUTHORITY, STRANGER } from '../../testing/capture-app.js';

const { anna, lead, mo, otto } = PEOPLE;
let app: CaptureApp;
let cycle: string;
let next = 0;
beforeAll(async () => {
  app = await CaptureApp.begin();
  // The first four children are of team North, which is Otto's.
  cycle = await app.work.openCycle(8, 8);
});
afterAll(() => app.end());
beforeEach(() => {
  app.work.now = START;
});

/** An escalation put before Mo by Anna, of another child of team North each time. */
async function escalated(referredOnly: boolean): Promise<string> {
  const { work } = app;
  const audit = auditId(cycle, next++);
  await work.done('case-audit', audit, { type: 'AllocateAuditor', auditor: anna });
  await work.done('case-audit', audit, { type: 'StartAudit' }, anna);
  const concern = referredOnly ? {} : { concern: 'Nobody has seen her.' };
  const risk = {
    type: 'RaiseImmediateRisk',
    risk: referredOnly ? 'allegation' : 'a-risk',
    escalateTo: mo,
    referredOnly,
    ...concern,
  } as const;
  await work.done('case-audit', audit, risk, anna);
  await work.gateway.catchUp(work.authority);
  const { events } = await work.log.readAll(work.authority, { filter: { types: ['EscalationOpened'] } });
  return parseStreamName(events.at(-1)!.header.stream).id;
}

const DONE = {
  whatCode: 'child-seen',
  whatWasDone: 'She was seen and is well.',
  doneOn: '2026-03-02',
  onChildRecordSince: '2026-03-02',
};
const at = (id: string, what: string): string => `/v1/escalations/${id}/${what}`;

describe('an escalation', () => {
  it('is taken on, handed on, and ended by somebody else than who raised it', async () => {
    const id = await escalated(false);
    expect((await app.post(mo, at(id, 'acknowledgement'))).status).toBe(200);
    const handed = { to: lead, reasonCode: 'on-leave' };
    expect((await app.post(mo, at(id, 'named-person'), handed)).status).toBe(200);
    expect((await app.post(mo, at(id, 'acknowledgement'))).body.code).toBe('not-the-named-person');
    expect((await app.post(anna, at(id, 'resolution'), DONE)).body.code).toBe('not-permitted');
    const resolved = await app.post(lead, at(id, 'resolution'), DONE);
    expect([resolved.status, resolved.body.revision]).toEqual([200, 3]);
    expect((await app.post(lead, at(id, 'resolution'), DONE)).body.code).toBe('already-resolved');
  });

  it('that is ended too late is a breach on record', async () => {
    const id = await escalated(false);
    app.work.now = '2026-03-03T09:00:00.001Z';
    expect((await app.post(mo, at(id, 'resolution'), DONE)).status).toBe(200);
    const { events } = await app.work.log.readAll(app.work.authority, { limit: 10_000 });
    const [done, breach] = events.slice(-2);
    expect([done!.header.type, breach!.header.type]).toEqual(['EscalationResolved', 'EscalationBreached']);
    expect(narrativeOf(done!)).toEqual({ whatWasDone: DONE.whatWasDone });
    expect(factsOf(breach!)).toEqual({ dueAt: '2026-03-03T09:00:00.000Z', how: 'resolved-late' });
  });

  it('of another authority is not there', async () => {
    const id = await escalated(false);
    const answer = await app.post(STRANGER, at(id, 'acknowledgement'), undefined, {}, OTHER_AUTHORITY);
    expect([answer.status, answer.body.code]).toEqual([404, 'not-found']);
  });
});

describe('an escalation about staff', () => {
  it('is for somebody of the team the same as none, whatever they send', async () => {
    const id = await escalated(true);
    for (const [what, body] of [
      ['acknowledgement', undefined],
      ['named-person', { to: CHIEF, reasonCode: 'on-leave' }],
      ['resolution', { whatCode: 'referred', doneOn: '2026-03-02' }],
    ] as const) {
      for (const headers of [{}, { 'if-match': '"7"' }]) {
        const before = await app.head();
        const hidden = await app.post(otto, at(id, what), body, headers);
        const none = await app.post(otto, at(randomUUID(), what), body, headers);
        expect([hidden.status, hidden.body.code]).toEqual([404, 'not-found']);
        expect({ ...hidden.body, request: null }).toEqual({ ...none.body, request: null });
        expect(await app.head()).toBe(before);
      }
    }
  });

  it('ends with a code and a day', async () => {
    const id = await escalated(true);
    expect((await app.post(mo, at(id, 'resolution'), DONE)).body.code).toBe('referred-only');
    const bare = { whatCode: 'referred', doneOn: '2026-03-02' };
    expect((await app.post(mo, at(id, 'resolution'), bare)).status).toBe(200);
  });
});

describe('bad input', () => {
  it.each([
    ['named-person', {}],
    ['named-person', { to: 'x', reasonCode: 'on-leave' }],
    ['named-person', { to: CHIEF, reasonCode: 'x'.repeat(61) }],
    ['resolution', { ...DONE, doneOn: '2026-02-29' }],
    ['resolution', { ...DONE, whatWasDone: 'x'.repeat(10_001) }],
    ['resolution', { ...DONE, whatCode: undefined }],
    ['resolution', { ...DONE, onChildRecordSince: null }],
    ['acknowledgement', { at: START }],
  ])('%s %j', async (what, body) => {
    const answer = await app.post(mo, at(randomUUID(), what), body);
    expect([answer.status, answer.body.code]).toEqual([400, 'invalid-input']);
  });
});
