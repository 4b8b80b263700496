import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PEOPLE } from '../../testing/authority-at-work.js';
import { CaptureApp } from '../../testing/capture-app.js';

const { lead, anna, otto } = PEOPLE;
const at = (person: string, what = ''): string => `/v1/people/${person}${what}`;

let app: CaptureApp;
beforeAll(async () => (app = await CaptureApp.begin()));
afterAll(() => app.end());

describe('When somebody can audit', () => {
  it('is recorded, and read by those who keep the directory alone', async () => {
    const leave = { from: '2026-04-06', to: '2026-04-10' };
    const sick = { from: '2026-05-04' };
    expect((await app.post(lead, at(anna, '/capacity'), { audits: 3, from: '2026-03-01' })).status).toBe(200);
    expect((await app.post(anna, at(anna, '/absences'), leave)).status).toBe(200);
    expect((await app.post(anna, at(anna, '/absences'), sick)).status).toBe(200);
    expect((await app.post(lead, at(anna, '/agency-end'), { on: '2026-12-31' })).status).toBe(200);
    const known = {
      capacities: [{ audits: 3, from: '2026-03-01' }],
      absences: [leave, { ...sick, to: null }],
      agencyEndsOn: '2026-12-31',
    };
    expect((await app.get(lead, at(anna))).body).toMatchObject(known);
    const forOthers = (await app.get(otto, at(anna))).body;
    expect(Object.keys(known).filter((key) => key in forOthers)).toEqual([]);
  });

  it.each([
    ['/capacity', { audits: 201, from: '2026-03-01' }, 400, 'invalid-input'],
    ['/capacity', { audits: 3 }, 400, 'invalid-input'],
    ['/absences', { from: '2026-07-01', kind: 'sick' }, 400, 'invalid-input'],
    ['/absences', { from: '2026-07-02', to: '2026-07-01' }, 422, 'ends-before-start'],
    ['/absence-cancellation', { from: '2026-08-01' }, 409, 'unknown-absence'],
    ['/agency-end', { on: '2020-01-01' }, 422, 'before-joining'],
    ['/agency-end', {}, 409, 'already-set'],
  ])('is not changed at %s by %j', async (what, body, status, code) => {
    const before = await app.head();
    const answer = await app.post(lead, at(otto, what), body);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(await app.head()).toBe(before);
  });

  it('is not recorded by colleagues', async () => {
    for (const [what, body] of [
      ['/absences', { from: '2026-07-01' }],
      ['/capacity', { audits: 0, from: '2026-07-01' }],
    ] as const) {
      expect((await app.post(otto, at(anna, what), body)).status).toBe(403);
    }
  });
});
