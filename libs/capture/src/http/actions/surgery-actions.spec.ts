import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { auditId } from '#authority-setup';
import { PEOPLE } from '../../testing/authority-at-work.js';
import { BODIES } from '../../testing/bodies.js';
import { CaptureApp, CHIEF, type Answered } from '../../testing/capture-app.js';

const { anna, lead, mo, otto, tim } = PEOPLE;
const { definition } = BODIES['post /v1/measures/{id}/definitions'] as { definition: object };
const SET = BODIES['post /v1/measures/{id}/actions']!;
let app: CaptureApp;
/** Addresses of two measures: a surgery was held on the first. */
let measure: string;
let other: string;
beforeAll(async () => {
  app = await CaptureApp.begin();
  measure = await aMeasure('3.3');
  other = await aMeasure('3.4');
  await app.post(lead, `${measure}/reports`, BODIES['post /v1/measures/{id}/reports']);
  const surgery = { ...BODIES['post /v1/measures/{id}/surgeries'], with: [anna] };
  expect((await app.post(lead, `${measure}/surgeries`, surgery)).status).toBe(200);
});
afterAll(() => app.end());

const aMeasure = async (ref: string): Promise<string> => {
  const answer = await app.post(lead, '/v1/measures', { ref, code: 'visited', definition });
  expect(answer.status).toBe(201);
  return `/v1/measures/${answer.body.id}`;
};
const set = (by: string, change: object = {}, at = measure): Promise<Answered> =>
  app.post(by, `${at}/actions`, { ...SET, ...change });
const anAction = async (change: object = {}): Promise<string> => {
  const answer = await set(lead, change);
  expect([answer.status, answer.headers['location']]).toEqual([201, `/v1/actions/${answer.body.id}`]);
  return answer.body.id;
};
const headers = async (kind: string, id: string): Promise<readonly { type: string; keyScope: string }[]> =>
  (await app.work.log.readStream(`${app.work.authority}/${kind}-${id}`)).map(({ header }) => header);

describe('an action from a surgery', () => {
  it('is set, reported done by its owner and verified by somebody else', async () => {
    const id = await anAction({ team: 'North' });
    const at = (what: string): string => `/v1/actions/${id}/${what}`;
    expect((await app.post(tim, at('acceptance'))).status).toBe(200);
    const done = { doneOn: '2026-03-02', evidence: 'The sheet of each Friday.' };
    expect((await app.post(otto, at('done'), done)).body.code).toBe('not-the-owner');
    expect((await app.post(tim, at('done'), done)).status).toBe(200);
    const verdict = { verdict: 'done', method: 'record-checked' };
    expect((await app.post(tim, at('verification'), verdict)).status).toBe(403);
    expect((await app.post(mo, at('verification'), verdict)).status).toBe(200);
    expect((await headers('improvement-action', id)).map(({ type }) => type)).toEqual([
      ...['ActionSet', 'ActionAccepted', 'ActionReportedDone', 'ActionVerified'],
    ]);
  });

  it('goes under one key with what the surgery showed, and under no key of a child', async () => {
    const id = await anAction();
    const [written] = await headers('improvement-action', id);
    const ofMeasure = await headers('measure', measure.split('/').at(-1)!);
    const held = ofMeasure.find(({ type }) => type === 'SurgeryHeld');
    expect(written?.keyScope).toBe(held?.keyScope);
    expect(ofMeasure.filter(({ keyScope }) => keyScope === held?.keyScope)).toHaveLength(1);
  });

  it('is set by those who may hold a surgery, and by nobody else', async () => {
    expect((await set(CHIEF)).status).toBe(201);
    for (const person of [anna, mo, tim]) {
      const answer = await set(person);
      expect([answer.status, answer.body.code]).toEqual([403, 'not-permitted']);
    }
  });

  it.each<[string, object, number, string]>([
    ['a surgery that was not held', { surgery: 2 }, 422, 'unknown-surgery'],
    ['no surgery', { surgery: undefined }, 400, 'invalid-input'],
    ['a surgery that no measure has', { surgery: 0 }, 400, 'invalid-input'],
    ['an owner who is nobody', { owner: randomUUID() }, 422, 'person-not-here'],
    ['nothing to do', { text: ' ' }, 422, 'text-missing'],
    ['a due date past the policy', { due: '2026-12-01' }, 422, 'due-after-policy'],
    ['a theme, which an audit has', { theme: 'planning' }, 400, 'invalid-input'],
    ['a child', { child: 'C-0001' }, 400, 'invalid-input'],
  ])('is not set with %s, and nothing is recorded', async (_, change, status, code) => {
    const before = await app.head();
    const answer = await set(lead, change);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(await app.head()).toBe(before);
  });

  it('is not set from a measure without that surgery, nor from none', async () => {
    const answer = await set(lead, {}, other);
    expect([answer.status, answer.body.code]).toEqual([422, 'unknown-surgery']);
    expect((await set(lead, {}, `/v1/measures/${randomUUID()}`)).status).toBe(404);
  });

  it('repeats one of the same measure, and none of a child, nor the other way round', async () => {
    const cycle = await app.work.openCycle(2, 2);
    const audit = auditId(cycle, 1);
    await app.work.done('case-audit', audit, { type: 'AllocateAuditor', auditor: anna });
    await app.work.done('case-audit', audit, { type: 'StartAudit' }, anna);
    const ofAudit = { ...BODIES['post /v1/audits/{id}/actions'], openActionsSeen: [] };
    const ofChild = (await app.post(anna, `/v1/audits/${audit}/actions`, ofAudit)).body.id;
    const [first, second] = [await anAction(), await anAction()];
    const link = (action: string, repeats: string): Promise<Answered> =>
      app.post(lead, `/v1/actions/${action}/repeat`, { repeats });
    for (const [action, repeats] of [
      [second, ofChild],
      [ofChild, first],
      [first, second],
    ] as const) {
      const answer = await link(action, repeats);
      expect([answer.status, answer.body.code]).toEqual([422, 'unknown-repeat']);
    }
    expect((await set(lead, { repeats: ofChild })).body.code).toBe('unknown-repeat');
    expect((await set(lead, { repeats: first })).status).toBe(201);
    expect((await link(second, first)).status).toBe(200);
  });

  it('stands on the record of no child', async () => {
    const answer = await app.post(tim, `/v1/actions/${await anAction()}/child-record`, { on: '2026-03-02' });
    expect([answer.status, answer.body.code]).toEqual([422, 'about-no-child']);
  });
});
