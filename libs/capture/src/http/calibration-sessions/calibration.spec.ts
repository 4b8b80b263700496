import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { corePracticeAuditId } from '#authority-setup';
import { PEOPLE } from '../../testing/authority-at-work.js';
import { CaptureApp } from '../../testing/capture-app.js';

const { lead, anna, otto, tim } = PEOPLE;
const GRADE = { grade: 'good', sections: [], rationale: 'Words of Anna.' };
let app: CaptureApp;

beforeAll(async () => {
  app = await CaptureApp.begin();
});
afterAll(() => app.end());

const body = (): object => ({
  title: 'Calibration in March',
  record: 'C-0900',
  tool: { id: corePracticeAuditId(app.work.authority), version: 1 },
  participants: [anna, otto],
  leader: lead,
});

async function opened(): Promise<string> {
  const answer = await app.post(lead, '/v1/calibration-sessions', body());
  expect([answer.status, answer.headers['location']]).toEqual([
    201,
    `/v1/calibration-sessions/${answer.body.id}`,
  ]);
  return `/v1/calibration-sessions/${answer.body.id}`;
}

describe('a calibration session', () => {
  it('keeps every grade from everybody until all are in, and then shows them to those in it', async () => {
    const session = await opened();
    await app.post(anna, `${session}/grades`, GRADE);
    for (const [person, committed] of [
      [lead, false],
      [anna, true],
      [otto, false],
    ] as const) {
      expect((await app.get(person, session)).body).toMatchObject({
        status: 'grading',
        committed,
        grades: [],
      });
    }
    await app.post(otto, `${session}/grades`, { ...GRADE, grade: 'inadequate' });
    expect((await app.get(otto, session)).body).toMatchObject({
      status: 'revealed',
      grades: [
        { person: anna, grade: 'good', sections: [] },
        { person: otto, grade: 'inadequate', sections: [] },
      ],
    });
    expect((await app.get(PEOPLE.mo, session)).status).toBe(404);
    expect((await app.get(tim, session)).status).toBe(403);
    const late = await app.post(anna, `${session}/grades`, { ...GRADE, grade: 'outstanding' });
    expect([late.status, late.body.code]).toEqual([409, 'already-committed']);
  });

  it('that ends in an approval makes the auditor an approved one, by the session', async () => {
    const session = await opened();
    await app.post(anna, `${session}/grades`, GRADE);
    await app.post(lead, `${session}/reveal`);
    const early = await app.post(lead, `${session}/approvals`, { person: anna });
    expect([early.status, early.body.code]).toEqual([409, 'not-discussed']);
    await app.post(lead, `${session}/discussion`, { on: '2026-03-02', agreedGrade: null });
    const approval = await app.post(lead, `${session}/approvals`, { person: anna }, { prefer: 'wait' });
    expect([approval.status, approval.headers['preference-applied']]).toEqual([200, 'wait']);
    const { state } = await app.work.gateway.lookups.streams.load(app.work.authority, 'person', anna);
    expect(state.approvedAuditor).toBe(true);
    const { events } = await app.work.log.readAll(app.work.authority, {
      filter: { types: ['AuditorApproved'] },
    });
    const { facts, actor } = {
      facts: JSON.parse(Buffer.from(events[0]!.factsBytes).toString()) as object,
      actor: events[0]!.header.actor,
    };
    expect(facts).toEqual({ approvedBy: lead, session: session.split('/').at(-1) });
    expect(actor).toBe('approve-calibrated');
    expect(events).toHaveLength(1);
  });

  it.each<[string, object, number, string]>([
    ['without a title', { title: undefined }, 400, 'invalid-input'],
    ['of one person', { participants: [anna] }, 400, 'invalid-input'],
    ['of a record that is not on one line', { record: 'a\nb' }, 400, 'invalid-input'],
    ['with a tool that is not there', { tool: { id: anna, version: 1 } }, 422, 'tool-not-found'],
    ['with somebody who does not audit', { participants: [anna, tim] }, 422, 'role-missing'],
    ['with somebody twice', { participants: [anna, anna] }, 422, 'participant-twice'],
  ])('%s is refused, and nothing is recorded', async (_, changed, status, code) => {
    const before = await app.head();
    const answer = await app.post(lead, '/v1/calibration-sessions', { ...body(), ...changed });
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(await app.head()).toBe(before);
  });

  it('takes no grade without its parts, too long a rationale, or from somebody else', async () => {
    const session = await opened();
    const before = await app.head();
    for (const [person, sent, status, code] of [
      [anna, { ...GRADE, grade: 'fair' }, 400, 'invalid-input'],
      [anna, { grade: 'good' }, 400, 'invalid-input'],
      [anna, { ...GRADE, rationale: 'x'.repeat(10_001) }, 400, 'invalid-input'],
      [anna, { ...GRADE, sections: [{ section: 'moon', grade: 'good' }] }, 422, 'unknown-section'],
      [PEOPLE.mo, GRADE, 403, 'not-a-participant'],
      [lead, GRADE, 403, 'not-permitted'],
    ] as const) {
      const answer = await app.post(person, `${session}/grades`, sent);
      expect([answer.status, answer.body.code]).toEqual([status, code]);
    }
    expect(await app.head()).toBe(before);
  });
});
