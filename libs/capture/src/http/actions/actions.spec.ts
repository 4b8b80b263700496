import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { auditId } from '#authority-setup';
import { PEOPLE } from '../../testing/authority-at-work.js';
import { BODIES } from '../../testing/bodies.js';
import { CaptureApp, CHIEF, type Answered } from '../../testing/capture-app.js';

const { anna, lead, otto, tim } = PEOPLE;
let app: CaptureApp;
let audits: readonly string[];
beforeAll(async () => {
  app = await CaptureApp.begin();
  const cycle = await app.work.openCycle(8, 8);
  audits = [7, 6, 5, 4, 3].map((index) => auditId(cycle, index));
  for (const audit of audits) {
    await app.work.done('case-audit', audit, { type: 'AllocateAuditor', auditor: anna });
    await app.work.done('case-audit', audit, { type: 'StartAudit' }, anna);
  }
});
afterAll(() => app.end());

const anAction = async (audit: string, seen: readonly string[] = []): Promise<string> => {
  const body = { ...BODIES['post /v1/audits/{id}/actions'], openActionsSeen: seen };
  const set = await app.post(anna, `/v1/audits/${audit}/actions`, body);
  expect(set.status).toBe(201);
  return set.body.id;
};

describe('an action on its way', () => {
  it('is recorded, talked about and noted by its owner, and judged when it is verified', async () => {
    const id = await anAction(audits[0]!);
    const day = { on: '2026-03-02' };
    const at = (what: string): string => `/v1/actions/${id}/${what}`;
    expect((await app.post(tim, at('child-record'), day)).status).toBe(200);
    expect((await app.post(tim, at('supervision'), { ...day, notes: 'Talked.' })).status).toBe(200);
    expect((await app.post(tim, at('progress'), { ...day, note: 'Half.' })).status).toBe(200);
    const early = await app.post(lead, at('impact'), { ...day, impact: 'too-early' });
    expect([early.status, early.body.code]).toEqual([409, 'action-status']);
    expect((await app.post(otto, at('progress'), { ...day, note: 'Mine.' })).body.code).toBe('not-permitted');
  });

  it.each([
    ['child-record', {}],
    ['supervision', { on: '2026-13-01' }],
    ['progress', { on: '2026-03-02', note: 'x'.repeat(10_001) }],
    ['impact', { on: '2026-03-02', impact: 'perhaps' }],
  ])('refuses bad input: %s %j', async (what, body) => {
    const answer = await app.post(lead, `/v1/actions/${randomUUID()}/${what}`, body);
    expect([answer.status, answer.body.code]).toEqual([400, 'invalid-input']);
  });
});

describe('an action that repeats another', () => {
  it('is linked to one that was set before it for the same child, and to no other', async () => {
    const [audit, other] = [audits[3]!, audits[4]!];
    const first = await anAction(audit);
    const second = await anAction(audit, [first]);
    const elsewhere = await anAction(other);
    const link = (action: string, repeats: string): Promise<Answered> =>
      app.post(anna, `/v1/actions/${action}/repeat`, { repeats });
    for (const [action, repeats] of [
      [first, first],
      [first, second],
      [second, elsewhere],
      [elsewhere, first],
    ] as const) {
      const answer = await link(action, repeats);
      expect([answer.status, answer.body.code]).toEqual([422, 'unknown-repeat']);
    }
    expect((await link(second, first)).status).toBe(200);
    const again = await link(second, first);
    expect([again.status, again.body.code]).toEqual([409, 'already-linked']);
  });
});

describe('the actions of somebody who leaves', () => {
  const hand = (actions: readonly string[], to: string, key: string, by: string = lead): Promise<Answered> =>
    app.post(
      by,
      '/v1/actions/reassignments',
      { actions, to, reasonCode: 'owner-left' },
      {
        'idempotency-key': key,
      },
    );

  it('are handed on together, each with an answer of its own, and sent again as often as one likes', async () => {
    const [one, two] = [await anAction(audits[1]!), await anAction(audits[2]!)];
    const unknown = randomUUID();
    const before = await app.head();
    const first = await hand([one, unknown, two], CHIEF, 'handover');
    expect([first.status, first.body]).toEqual([
      200,
      {
        items: [
          { id: one, recorded: true, revision: 1 },
          { id: unknown, recorded: false, code: 'not-found', detail: 'There is no such action.' },
          { id: two, recorded: true, revision: 1 },
        ],
      },
    ]);
    expect(await app.head()).toBe(before + 2n);
    expect((await hand([one, unknown, two], CHIEF, 'handover')).body).toEqual(first.body);
    expect(await app.head()).toBe(before + 2n);
    const other = await hand([one], otto, 'handover');
    expect(other.body).toMatchObject({
      items: [{ id: one, recorded: false, code: 'idempotency-key-reused' }],
    });
    const byOwner = await hand([one, two], otto, 'mine', CHIEF);
    expect(byOwner.body).toMatchObject({ items: [{ code: 'own-action' }, { code: 'own-action' }] });
  });

  it.each([
    [{ actions: [] }],
    [{ actions: ['x'] }],
    [{ actions: Array.from({ length: 201 }, () => randomUUID()) }],
    [{ to: undefined }],
    [{ reasonCode: undefined }],
  ])('are not handed on by bad input', async (change) => {
    const body = { actions: [randomUUID()], to: CHIEF, reasonCode: 'owner-left', ...change };
    const answer = await app.post(lead, '/v1/actions/reassignments', body);
    expect([answer.status, answer.body.code]).toEqual([400, 'invalid-input']);
  });
});
