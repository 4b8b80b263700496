import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { derivedId } from '#event-log';
import { PEOPLE } from '../../testing/authority-at-work.js';
import { CaptureApp } from '../../testing/capture-app.js';

const { lead, anna } = PEOPLE;
const EVE = derivedId('person', 'eve');
const NEVER = derivedId('never', 'there');
const OPEN = {
  halfYear: { from: '2025-09-01', to: '2026-02-28' },
  panel: [{ from: 'a-neighbour', person: null }],
  sampleSize: 30,
  whyCode: 'as-policy-says',
};
const ADMIT = {
  ...{ reviewer: EVE, from: '2026-03-02', until: '2026-03-31' },
  ...{ pastEmployment: false, checks: ['enhanced-disclosure'] },
};
let app: CaptureApp;

beforeAll(async () => {
  app = await CaptureApp.begin();
  for (const command of [
    { type: 'Join', on: '2026-01-05' },
    { type: 'GiveRoles', roles: ['external-reviewer'] },
  ] as const) {
    await app.work.done('person', EVE, command);
  }
});
afterAll(() => app.end());

describe('a review round over HTTP', () => {
  it.each<[string, string, string, object, number, string]>([
    ['without months', lead, '', { ...OPEN, halfYear: undefined }, 400, 'invalid-input'],
    ['without a panel', lead, '', { ...OPEN, panel: [] }, 400, 'invalid-input'],
    ['of no audits', lead, '', { ...OPEN, sampleSize: 0 }, 400, 'invalid-input'],
    ['with too long a reason', lead, '', { ...OPEN, why: 'x'.repeat(2001) }, 400, 'invalid-input'],
    [
      'of seven months',
      lead,
      '',
      { ...OPEN, halfYear: { from: '2025-08-01', to: '2026-02-28' } },
      422,
      'half-year-invalid',
    ],
    ['of months without a final audit', lead, '', OPEN, 409, 'frame-empty'],
    ['opened by an auditor', anna, '', OPEN, 403, 'not-permitted'],
    ['opened by a reviewer', EVE, '', OPEN, 403, 'not-permitted'],
    ['that is not there, drawn', lead, `/${NEVER}/sample`, {}, 404, 'not-found'],
    ['that is not there, joined', lead, `/${NEVER}/reviewers`, ADMIT, 404, 'not-found'],
    [
      'with a reviewer nobody checked',
      lead,
      `/${NEVER}/reviewers`,
      { ...ADMIT, checks: [] },
      400,
      'invalid-input',
    ],
    ['graded by an auditor', anna, `/${NEVER}/blind-grades`, {}, 403, 'not-permitted'],
    ['graded by a lead', lead, `/${NEVER}/blind-grades`, {}, 403, 'not-permitted'],
    [
      'with too long a rationale',
      EVE,
      `/${NEVER}/blind-grades`,
      { audit: NEVER, grade: 'good', rationale: 'x'.repeat(10_001) },
      400,
      'invalid-input',
    ],
    [
      'that is not there, graded',
      EVE,
      `/${NEVER}/blind-grades`,
      { audit: NEVER, grade: 'good', rationale: 'x' },
      404,
      'not-found',
    ],
  ])('%s is refused, and nothing is recorded', async (_, person, address, body, status, code) => {
    const before = await app.head();
    const answer = await app.post(person, `/v1/review-rounds${address}`, body);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(await app.head()).toBe(before);
  });

  it('shows its list to those who lead and to inspectors alone', async () => {
    const address = `/v1/review-rounds/${NEVER}/list`;
    expect((await app.get(lead, address)).status).toBe(404);
    for (const person of [EVE, anna]) expect((await app.get(person, address)).status).toBe(403);
  });
});
