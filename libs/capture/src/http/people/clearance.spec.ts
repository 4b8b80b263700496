import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PEOPLE } from '../../testing/authority-at-work.js';
import { CaptureApp, CHIEF } from '../../testing/capture-app.js';

const { lead, anna, otto } = PEOPLE;
const guardian = CHIEF;
const at = (person: string, what = ''): string => `/v1/people/${person}${what}`;
const CLEARED = { clearance: 'equality', until: '2026-12-31' };

let app: CaptureApp;
beforeAll(async () => (app = await CaptureApp.begin()));
afterAll(() => app.end());

describe('A clearance', () => {
  it('is given and withdrawn by the Caldicott Guardian, and seen by whoever reads the directory', async () => {
    expect((await app.post(guardian, at(anna, '/clearance'), CLEARED)).status).toBe(200);
    expect((await app.get(otto, at(anna))).body).toMatchObject({ clearances: [CLEARED] });
    const withdrawal = { clearance: 'equality' };
    expect((await app.post(guardian, at(anna, '/clearance-withdrawal'), withdrawal)).status).toBe(200);
    expect((await app.get(otto, at(anna))).body).toMatchObject({ clearances: [] });
  });

  it.each([
    [lead, otto, '/clearance', CLEARED, 403, 'not-permitted'],
    [lead, otto, '/clearance-withdrawal', { clearance: 'equality' }, 403, 'not-permitted'],
    [guardian, guardian, '/clearance', CLEARED, 403, 'own-clearance'],
    [guardian, otto, '/clearance', { ...CLEARED, until: '2020-01-01' }, 422, 'clearance-in-the-past'],
    [guardian, otto, '/clearance', { ...CLEARED, clearance: 'everything' }, 400, 'invalid-input'],
    [guardian, otto, '/clearance', { clearance: 'equality' }, 400, 'invalid-input'],
    [guardian, otto, '/clearance-withdrawal', { clearance: 'equality' }, 409, 'not-cleared'],
  ])('is not to be had otherwise: case %#', async (who, whom, what, body, status, code) => {
    const before = await app.head();
    const answer = await app.post(who, at(whom, what), body);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(await app.head()).toBe(before);
  });
});
