import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { generateAnnexA, writeWorkbook } from '#annex-a';
import { listOf, workbookOf, zipOf } from '#annex-a/testing';
import { auditId, corePracticeAuditId } from '#authority-setup';
import { PEOPLE } from '../testing/authority-at-work.js';
import { CaptureApp, form, OTHER_AUTHORITY, STRANGER, type Answered } from '../testing/capture-app.js';

const { lead, anna, otto, mo, tim } = PEOPLE;
const AS_AT = { asAt: '2026-02-28' };
let app: CaptureApp;
let cycle: string;
let audit: string;

beforeAll(async () => {
  app = await CaptureApp.begin();
  cycle = await app.work.plannedCycle(8);
  // The whole frame is drawn, so the first child, who is with team North, is in the sample.
  const open = await app.work.openCycle(4, 4, 100);
  audit = auditId(open, 0);
});
afterAll(() => app.end());

const planned = (): object => ({
  title: 'Core audit',
  kind: 'core',
  period: { from: '2026-03-01', to: '2026-04-30' },
  cohorts: ['in-care'],
  tool: { id: corePracticeAuditId(app.work.authority), version: 1 },
  targetSize: 3,
});

/** A refusal is a problem document, and nothing was recorded. */
async function refused(ask: () => Promise<Answered>, status: number, code: string): Promise<Answered> {
  const before = await app.head();
  const answer = await ask();
  expect([answer.status, answer.body.code]).toEqual([status, code]);
  expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
  expect(answer.body).toMatchObject({
    status,
    detail: expect.stringMatching(/^["A-Z].*\.$/),
    title: expect.any(String),
  });
  expect(await app.head()).toBe(before);
  return answer;
}

describe('a file that is no population', () => {
  const send = async (file: Uint8Array, fields: Record<string, string> = AS_AT, name?: string) => {
    const { body, headers } = form(file, fields, name);
    return () => app.post(lead, `/v1/cycles/${cycle}/population`, body, headers);
  };
  const lists = (): Promise<Uint8Array> =>
    workbookOf({ List_6: listOf(6, [{ 'Child Unique ID': '1', 'Case Status': 'c) Child in need plan' }]) });

  it('is refused when it is no workbook', async () => {
    await refused(await send(Buffer.from('%PDF-1.7')), 422, 'not-a-workbook');
  });

  it('is refused when it is an old or an encrypted workbook', async () => {
    const old = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(1000)]);
    await refused(await send(old), 422, 'old-excel-workbook');
    const encrypted = Buffer.concat([old, Buffer.from('EncryptedPackage', 'utf16le')]);
    await refused(await send(encrypted), 422, 'encrypted-workbook');
  });

  it('is refused when it is a SEND workbook, has no list of children, or has one twice', async () => {
    const send_ = await writeWorkbook(
      generateAnnexA({
        seed: 1,
        asAt: '2026-02-28',
        cohorts: { childInNeed: 1, childProtection: 0, inCare: 0, careExperienced: 0 },
        teams: [{ name: 'West', workers: ['ASH, Ann'] }],
        quirks: ['send-workbook'],
      }),
    );
    await refused(await send(send_), 422, 'send-workbook');
    await refused(await send(await workbookOf({ List_1: listOf(1, [{}]) })), 422, 'no-child-list');
    const list = listOf(6, [{ 'Child Unique ID': '1' }]);
    await refused(await send(await workbookOf({ List_6: list, 'List 6 (2)': list })), 422, 'list-twice');
  });

  it('is refused when it is 100 MB of zeros, zipped', async () => {
    const zeros = await zipOf({ 'List_6.csv': new Uint8Array(100 * 1024 * 1024) });
    expect(zeros.length).toBeLessThan(1024 * 1024);
    await refused(await send(zeros, AS_AT, 'lists.zip'), 413, 'too-large');
  });

  it('is refused with fields that are missing, unknown, or no maps', async () => {
    const file = await lists();
    await refused(await send(file, {}), 400, 'invalid-input');
    await refused(await send(file, { ...AS_AT, role: 'administrator' }), 400, 'invalid-input');
    await refused(await send(file, { asAt: '2026-02-30' }), 400, 'invalid-input');
    await refused(await send(file, { ...AS_AT, headings: '["x"]' }), 400, 'invalid-input');
    await refused(await send(file, { ...AS_AT, workers: '{"a":1}' }), 400, 'invalid-input');
    await refused(await send(file, { ...AS_AT, workers: '{"__proto__":"x"}' }), 400, 'member-not-allowed');
    await refused(
      await send(file, { ...AS_AT, headings: '{"a":"No such heading"}' }),
      422,
      'heading-decision-unknown',
    );
    await refused(
      await send(file, { ...AS_AT, workers: `{"ASH, Ann":"${randomUUID()}"}` }),
      422,
      'unknown-worker',
    );
    await refused(await send(file, { asAt: '2026-12-31' }), 422, 'in-the-future');
  });

  it('is not asked for as a form anywhere else', async () => {
    const { body, headers } = form(await lists(), AS_AT);
    await refused(() => app.post(lead, '/v1/cycles', body, headers), 415, 'media-type-not-supported');
  });
});

describe('a request that the rules do not allow changes nothing and says why', () => {
  const at = (path: string): string => `/v1/audits/${audit}/${path}`;

  it('a sample larger than the population', async () => {
    const answer = await refused(
      () => app.post(lead, `/v1/cycles/${cycle}/sample`, { size: 9 }),
      422,
      'sample-too-large',
    );
    expect(answer.body['detail']).toMatch(/8 of 8 children can be drawn/);
  });

  it("an allocation to somebody of the child's own team, to nobody, and to somebody of another authority", async () => {
    await refused(() => app.post(lead, at('allocation'), { auditor: otto }), 422, 'own-team');
    await refused(() => app.post(lead, at('allocation'), { auditor: randomUUID() }), 422, 'person-not-here');
    await refused(() => app.post(lead, at('allocation'), { auditor: STRANGER }), 422, 'person-not-here');
    await refused(() => app.post(lead, at('allocation'), { auditor: tim }), 422, 'role-missing');
  });

  it('a step skipped, a step taken by somebody else, and a grade before everything is there', async () => {
    await refused(() => app.post(anna, at('grade'), { grade: 'good', rationale: 'x' }), 409, 'not-allocated');
    expect((await app.post(lead, at('allocation'), { auditor: anna })).status).toBe(200);
    await refused(() => app.post(otto, at('start')), 403, 'not-the-auditor');
    await refused(() => app.post(mo, at('start')), 403, 'not-permitted');
    expect((await app.post(anna, at('start'))).status).toBe(200);
    const missing = await refused(
      () => app.post(anna, at('grade'), { grade: 'good', rationale: 'x', noActionReason: 'none-needed' }),
      422,
      'incomplete',
    );
    expect(missing.body['details']).toMatchObject({ missing: expect.arrayContaining(['voice:child']) });
    await refused(() => app.post(anna, at('sections/no-such'), { grade: 'good' }), 422, 'unknown-section');
    await refused(() => app.post(anna, at('sections/safety'), {}), 400, 'invalid-input');
    await refused(
      () => app.post(anna, at('sections/safety'), { grade: 'good', choice: 'x' }),
      400,
      'invalid-input',
    );
    await refused(() => app.post(anna, at('start')), 409, 'already-started');
  });

  it('a person whose line manager nobody knows: neither the person nor their name is there afterwards', async () => {
    const body = {
      name: 'Nia New',
      on: '2026-01-05',
      lineManagers: [{ manager: randomUUID(), from: '2026-01-05' }],
    };
    await refused(() => app.post(lead, '/v1/people', body), 422, 'unknown-manager');
    await refused(
      () => app.post(lead, '/v1/people', { name: 'Nia New', on: '2030-01-01' }),
      422,
      'in-the-future',
    );
    expect(await app.names.all(app.work.authority)).toEqual(new Map());
  });

  it('another moment than now, where the clock is real', async () => {
    const headers = { 'occurred-at': '2025-01-01T00:00:00Z' };
    await refused(() => app.post(lead, '/v1/cycles', planned(), headers), 422, 'clock-is-real');
    await refused(
      () => app.post(lead, '/v1/cycles', planned(), { 'occurred-at': 'now' }),
      400,
      'occurred-at-malformed',
    );
  });
});

describe('attack 5: what is sent beside, or in the place of, what is asked for', () => {
  it.each([
    ['another role', { role: 'administrator' }],
    ['a status', { status: 'open' }],
    ['a revision', { revision: 7 }],
    ['an id', { id: randomUUID() }],
    ['a member in a part', { tool: { id: randomUUID(), version: 1, status: 'published' } }],
    ['a list for an object', { period: [{ from: '2026-03-01', to: '2026-04-30' }] }],
    ['an object for a text', { title: { toString: 'x' } }],
    ['an object for a list', { cohorts: { 0: 'in-care', length: 1 } }],
    ['a text for a number', { targetSize: '3' }],
    ['null for a text', { title: null }],
    ['a text without end', { title: 'x'.repeat(20_000) }],
    ['bidirectional text', { title: 'Core \u202etidua' }],
  ])('%s', async (_, more) => {
    await refused(() => app.post(lead, '/v1/cycles', { ...planned(), ...more }), 400, 'invalid-input');
  });

  it('a list for the body, and members on a route that takes none', async () => {
    await refused(() => app.post(lead, '/v1/cycles', [planned()]), 400, 'invalid-input');
    await refused(() => app.post(lead, `/v1/cycles/${cycle}/open`, { force: true }), 400, 'invalid-input');
    await refused(() => app.post(lead, `/v1/cycles/${cycle}/open`, []), 400, 'invalid-input');
  });
});

describe('attack 6: prototypes, members twice, parameters twice', () => {
  const text = (json: string): string => JSON.stringify(planned()).replace(/}$/, `,${json}}`);

  it.each([
    ['"__proto__":{"roles":["administrator"]}', 'member-not-allowed'],
    ['"constructor":{"prototype":{}}', 'member-not-allowed'],
    ['"title":"Another"', 'member-twice'],
    ['"reviewed":{"from":"2026-01-01","to":"2026-02-01","to":"2026-03-01"}', 'member-twice'],
  ])('%s', async (json, code) => {
    await refused(() => app.post(lead, '/v1/cycles', text(json)), 400, code);
    expect(({} as Record<string, unknown>)['roles']).toBeUndefined();
  });

  it('a null character and half a surrogate pair', async () => {
    await refused(() => app.post(lead, '/v1/cycles', text('"note":"a\\u0000"')), 400, 'null-character');
    await refused(() => app.post(lead, '/v1/cycles', text('"note":"\\ud800"')), 400, 'broken-character');
  });

  it('an id in the address that is none', async () => {
    for (const id of ['x', '1 or 1=1', '%00', `${audit}%2f..`, `${audit},${audit}`]) {
      const { status } = await app.post(anna, `/v1/audits/${encodeURIComponent(id)}/start`);
      expect([400, 404]).toContain(status);
    }
  });
});

describe('attack 8: a command sent again', () => {
  it('gives the same answer, first as 201 and then as 200, and records one thing', async () => {
    const headers = { 'idempotency-key': 'plan of 2 March' };
    const first = await app.post(lead, '/v1/cycles', planned(), headers);
    const head = await app.head();
    const again = await app.post(lead, '/v1/cycles', planned(), headers);
    expect([first.status, again.status]).toEqual([201, 200]);
    expect(again.body).toEqual(first.body);
    expect(first.headers['location']).toBe(`/v1/cycles/${first.body.id}`);
    expect(first.headers['etag']).toBe('"0"');
    expect(first.headers['position']).toBe(String(head));
    expect(await app.head()).toBe(head);
  });

  it.each([
    ['a cycle', (): object => ({ ...planned(), title: 'Another' }), '/v1/cycles', planned],
    [
      'a person with other roles',
      (): object => ({ name: 'Ida', on: '2026-01-05', roles: ['auditor'] }),
      '/v1/people',
      (): object => ({ name: 'Ida', on: '2026-01-05' }),
    ],
    [
      'a person of another name',
      (): object => ({ name: 'Eda', on: '2026-01-05' }),
      '/v1/people',
      (): object => ({ name: 'Ida', on: '2026-01-05' }),
    ],
  ])('is refused with another body: %s', async (_, other, url, body) => {
    const headers = { 'idempotency-key': randomUUID() };
    const first = await app.post(lead, url, body(), headers);
    expect(first.status).toBe(201);
    await refused(() => app.post(lead, url, other(), headers), 422, 'idempotency-key-reused');
    const again = await app.post(lead, url, body(), headers);
    expect([again.status, again.body]).toEqual([200, first.body]);
  });

  it('is refused to another person and for another thing', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    expect((await app.post(anna, `/v1/people/${anna}/conflicts`, CONFLICT, headers)).status).toBe(200);
    await refused(
      () => app.post(lead, `/v1/people/${anna}/conflicts`, CONFLICT, headers),
      422,
      'idempotency-key-reused',
    );
    await refused(
      () => app.post(lead, `/v1/people/${otto}/conflicts`, CONFLICT, headers),
      422,
      'idempotency-key-reused',
    );
  });

  it('ten times at once has one effect and ten equal answers', async () => {
    for (const [url, body] of [
      ['/v1/cycles', planned()],
      ['/v1/people', { name: 'Tina Ten', on: '2026-01-05', roles: ['auditor', 'moderator'] }],
      [`/v1/cycles/${cycle}/sample`, { size: 3 }],
    ] as const) {
      const before = await app.head();
      const headers = { 'idempotency-key': randomUUID() };
      const answers = await Promise.all(Array.from({ length: 10 }, () => app.post(lead, url, body, headers)));
      expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
      expect(answers.filter(({ status }) => status > 201)).toEqual([]);
      expect(await app.head()).toBe(before + (url === '/v1/people' ? 2n : 1n));
    }
  });

  it('a draw sent again is answered with its own sample, also when another was drawn since', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    const redrawReason = { code: 'wrong-size', text: 'Too few.' };
    const url = `/v1/cycles/${cycle}/sample`;
    const first = await app.post(lead, url, { size: 4, redrawReason }, headers);
    await app.post(lead, url, { size: 5, seed: 'ours', redrawReason });
    const again = await app.post(lead, url, { size: 4, redrawReason }, headers);
    expect(again.body).toEqual(first.body);
    const counts = await app.get(lead, url);
    expect(counts.body).toMatchObject({ cases: 5, sample: { seed: 'ours', seedSource: 'supplied' } });
  });

  it.each(['', 'x'.repeat(201)])('under the malformed key %.5j', async (key) => {
    const headers = { 'idempotency-key': key };
    await refused(() => app.post(lead, '/v1/cycles', planned(), headers), 400, 'idempotency-key-malformed');
  });
});

const CONFLICT = { child: 'C-0001', relationship: 'personal', explanation: 'A neighbour.' };

describe('If-Match', () => {
  it('lets pass who saw the last revision, and turns away who saw an older one or sends no ETag', async () => {
    const created = await app.post(lead, '/v1/people', { name: 'Emma', on: '2026-01-05' });
    const roles = (etag: string, ...held: string[]) =>
      app.post(lead, `/v1/people/${created.body.id}/roles`, { roles: held }, { 'if-match': etag });
    const seen = String(created.headers['etag']);
    const changed = await roles(seen, 'auditor');
    expect([changed.status, changed.headers['etag']]).toEqual([200, '"1"']);
    const stale = await refused(() => roles(seen, 'moderator'), 412, 'revision-mismatch');
    expect(stale.body['details']).toEqual({ revision: '1' });
    await refused(() => roles('1', 'moderator'), 400, 'if-match-malformed');
  });
});

describe('Prefer: wait', () => {
  it('says that it waited only when the views have caught up, and records either way', async () => {
    let level = true;
    const own = await CaptureApp.begin(() => level);
    const plan = (): Promise<Answered> => own.post(lead, '/v1/cycles', planned(), { prefer: 'wait=5' });
    expect((await plan()).headers['preference-applied']).toBe('wait');
    level = false;
    const late = await plan();
    expect([late.status, late.headers['preference-applied']]).toEqual([201, undefined]);
    expect((await own.post(lead, '/v1/cycles', planned())).headers['preference-applied']).toBeUndefined();
    await own.end();
  });
});

describe('an authority with a simulated clock', () => {
  it('is told the moment by its people', async () => {
    const headers = { 'occurred-at': '2021-04-01T09:00:00Z' };
    const body = { ...planned(), tool: { id: corePracticeAuditId(OTHER_AUTHORITY), version: 1 } };
    const answer = await app.post(STRANGER, '/v1/cycles', body, headers, OTHER_AUTHORITY);
    expect(answer.status).toBe(201);
    const { events } = await app.work.log.readAll(OTHER_AUTHORITY, { filter: { types: ['CyclePlanned'] } });
    expect(events.at(-1)!.header.occurredAt).toBe('2021-04-01T09:00:00.000Z');
  });
});
