import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EVENT_SCHEMAS, type AuditCycleEvent, type Grade, type ReAuditDraw } from '#audit-cycle';
import { auditId, reAuditId } from '#authority-setup';
import { makeRecord, sha256Hex, streamName } from '#event-log';
import { PEOPLE } from '../../testing/authority-at-work.js';
import { CaptureApp } from '../../testing/capture-app.js';

const { lead, anna, otto, mo } = PEOPLE;
let app: CaptureApp;
let cycle: string;

beforeAll(async () => {
  app = await CaptureApp.begin();
  cycle = await app.work.openCycle(8, 8);
});
afterAll(() => app.end());

const audit = (index: number): string => auditId(cycle, index);

/** Makes an audit final with this grade: how it came to it is told elsewhere. */
async function final(index: number, grade: Grade): Promise<string> {
  const { authority, log, now } = app.work;
  const stream = streamName(authority, 'case-audit', audit(index));
  const lineage = { submitted: grade, resubmitted: null, moderated: null, settled: null };
  const scale = 'ofsted-four-point-1';
  const events: readonly Pick<AuditCycleEvent, 'type' | 'facts'>[] = [
    {
      type: 'CaseGraded',
      facts: {
        ...{ grade, scale, auditor: otto, attempt: 1, limitedBy: [], limitReasonCode: null },
        ...{ strengths: [], development: [], actionsSet: 0, noActionReason: 'none-needed' },
      },
    },
    {
      type: 'AuditFinalised',
      facts: {
        ...{ grade, scale, lineage, finalisedBy: lead },
        ...{ finalisedOn: '2026-03-02', feedbackDue: '2026-03-09', commentsUntil: '2026-03-16' },
      },
    },
  ];
  await log.append({
    stream,
    events: events.map(({ type, facts }) =>
      makeRecord({
        ...{ stream, type, facts, schema: EVENT_SCHEMAS[type], occurredAt: now, narrative: null },
        ...{ id: randomUUID(), command: randomUUID(), correlation: randomUUID(), causation: null },
        ...{ actor: lead, keyScope: `case-audit-${audit(index)}` },
      }),
    ),
    expect: 'exists',
    command: { id: randomUUID(), digest: 'd'.repeat(64) },
  });
  return audit(index);
}

const WHY = { reasonCode: 'a-reason', reason: 'In words.' };
const choose = (id: string, headers = {}) =>
  app.post(lead, '/v1/re-audits', { audit: id, reasonCode: 'team-asked' }, headers);

describe('choosing an audit for re-audit', () => {
  it('by two people at once makes one re-audit; the other is told that it is chosen already', async () => {
    const id = await final(0, 'good');
    const answers = await Promise.all([choose(id), choose(id)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(answers.find(({ status }) => status === 409)!.body.code).toBe('already-selected');
  });

  it('again is the next re-audit, once the one before was withdrawn; its own request sent again is not', async () => {
    const id = await final(1, 'good');
    const key = { 'idempotency-key': randomUUID() };
    const first = await choose(id, key);
    expect(first.body.id).toBe(reAuditId(id, 1));
    expect((await app.post(lead, `/v1/re-audits/${first.body.id}/withdrawal`, WHY)).status).toBe(200);
    const again = await choose(id, key);
    expect([again.status, again.body]).toEqual([200, first.body]);
    const next = await choose(id);
    expect([next.status, next.body.id]).toEqual([201, reAuditId(id, 2)]);
  });
});

describe('a re-audit', () => {
  it('is given to somebody else, with a reason', async () => {
    const { body } = await choose(await final(2, 'good'));
    const at = (what: string): string => `/v1/re-audits/${body.id}/${what}`;
    expect((await app.post(lead, at('re-auditor'), { to: anna, ...WHY })).body.code).toBe('not-allocated');
    expect((await app.post(lead, at('allocation'), { reAuditor: otto })).body.code).toBe('own-audit');
    expect((await app.post(lead, at('allocation'), { reAuditor: anna })).status).toBe(200);
    expect((await app.post(lead, at('re-auditor'), { to: anna, ...WHY })).body.code).toBe('same-auditor');
    expect((await app.post(lead, at('re-auditor'), { to: mo, ...WHY })).body.code).toBe('role-missing');
    expect((await app.post(anna, at('re-auditor'), { to: mo, ...WHY })).status).toBe(403);
  });

  it.each([
    ['re-auditor', {}],
    ['re-auditor', { to: 'anna', ...WHY }],
    ['re-auditor', { to: anna, reasonCode: 'a-reason' }],
    ['re-auditor', { to: anna, ...WHY, reason: 'x'.repeat(2001) }],
    ['re-auditor', { to: anna, ...WHY, reasonCode: 'x'.repeat(61) }],
    ['withdrawal', {}],
    ['withdrawal', { ...WHY, reason: 7 }],
    ['withdrawal', { ...WHY, more: 1 }],
  ])('takes no bad input: %s (%#)', async (what, body) => {
    const before = await app.head();
    const id = reAuditId(audit(2), 1);
    expect((await app.post(lead, `/v1/re-audits/${id}/${what}`, body)).status).toBe(400);
    expect(await app.head()).toBe(before);
  });
});

describe('a draw of re-audits', () => {
  const draws = () => `/v1/cycles/${cycle}/re-audit-draws`;

  it('is answered with the draw, selects what it came to, and is shown with its frozen list', async () => {
    const id = await final(3, 'inadequate');
    const drawn = await app.post(lead, draws(), { seed: 'ours' }, { prefer: 'wait' });
    const { draw } = drawn.body as unknown as { draw: ReAuditDraw };
    expect(drawn.status).toBe(200);
    expect(draw).toMatchObject({
      ...{ seed: 'ours', seedSource: 'supplied', eligible: 0, sharePercent: 15, fromWeeks: 8, toWeeks: 12 },
      chosen: [{ audit: id, index: null, rule: 'inadequate', ordinal: 1 }],
    });
    expect((await choose(id)).body.code).toBe('already-selected');
    const shown = (await app.get(lead, draws())).body as unknown as {
      draws: { draw: ReAuditDraw; list: string }[];
    };
    expect(shown.draws.map((one) => one.draw)).toEqual([draw]);
    expect(sha256Hex(shown.draws[0]!.list)).toBe(draw.eligibleDigest);
  });

  it('takes an inadequate audit anew once the re-audit that it came to was withdrawn', async () => {
    const id = audit(3);
    expect((await app.post(lead, draws(), {})).body.code).toBe('nothing-to-re-audit');
    expect((await app.post(lead, `/v1/re-audits/${reAuditId(id, 1)}/withdrawal`, WHY)).status).toBe(200);
    const { draw } = (await app.post(lead, draws(), {}, { prefer: 'wait' })).body as unknown as {
      draw: ReAuditDraw;
    };
    expect(draw.chosen).toEqual([{ audit: id, index: null, rule: 'inadequate', ordinal: 2 }]);
  });

  it('is refused where nothing is due, and to whoever may not', async () => {
    const before = await app.head();
    expect((await app.post(lead, draws(), {})).body.code).toBe('nothing-to-re-audit');
    expect((await app.post(anna, draws(), {})).status).toBe(403);
    expect((await app.post(lead, `/v1/cycles/${randomUUID()}/re-audit-draws`, {})).status).toBe(404);
    expect((await app.get(anna, draws())).status).toBe(403);
    expect(await app.head()).toBe(before);
  });

  it.each([[{ seed: 7 }], [{ seed: '' }], [{ seed: 'x'.repeat(1001) }], [{ sharePercent: 100 }], [[]]])(
    'takes no bad input (%#)',
    async (body) => {
      const before = await app.head();
      expect((await app.post(lead, draws(), body)).status).toBe(400);
      expect(await app.head()).toBe(before);
    },
  );
});
