import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { reviewRoundId } from '#authority-setup';
import { derivedId } from '#event-log';
import { PEOPLE } from '../../testing/authority-at-work.js';
import { CaptureApp, type Answered } from '../../testing/capture-app.js';
import { eventsHappened, finalAuditEvents } from '../../testing/final-audits.js';

const { lead, anna } = PEOPLE;
const ROUND = {
  panel: [{ from: 'a-neighbour', person: null }],
  sampleSize: 1,
  whyCode: 'as-policy-says',
};
const WINTER = { ...ROUND, halfYear: { from: '2025-09-01', to: '2026-02-28' } };
const AUTUMN = { ...ROUND, halfYear: { from: '2025-08-15', to: '2026-02-14' } };
const SPRING = { ...ROUND, halfYear: { from: '2025-03-01', to: '2025-08-31' } };
let app: CaptureApp;

beforeAll(async () => {
  app = await CaptureApp.begin();
});
beforeEach(async () => {
  await app.end();
  app = await CaptureApp.begin();
  for (const [n, at] of ['2025-10-20T09:00:00.000Z', '2025-08-04T09:00:00.000Z'].entries()) {
    const audit = derivedId('case-audit', String(n));
    await eventsHappened(app.work, 'case-audit', audit, at, ...finalAuditEvents(n, anna, 'good'));
  }
});
afterAll(() => app.end());

const open = (body: object, key?: string) =>
  app.post(lead, '/v1/review-rounds', body, key === undefined ? {} : { 'idempotency-key': key });
/** Both are decided on before either is recorded. */
async function atOnce(one: object, other: object): Promise<readonly Answered[]> {
  const { log } = app.work;
  const append = log.append.bind(log);
  let meet = (): void => undefined;
  const met = new Promise<void>((resolve) => (meet = resolve));
  let deciding = 0;
  log.append = async (request) => {
    deciding += 1;
    if (deciding === 2) meet();
    await met;
    return append(request);
  };
  const answers = [open(one), open(other)];
  void Promise.race(answers).then(meet);
  return Promise.all(answers);
}
const first = (): string => reviewRoundId(app.work.authority, 1);
const second = (): string => reviewRoundId(app.work.authority, 2);

it.each([
  ['the same months', WINTER, WINTER, 'half-year-taken'],
  ['months that overlap', WINTER, AUTUMN, 'half-year-taken'],
  ['other months', WINTER, SPRING, null],
])('of two rounds of %s that are opened at the same moment one is', async (_, one, other, again) => {
  const before = await app.head();
  const answers = await atOnce(one, other);
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
  expect(await app.head()).toBe(before + 1n);
  const refused = answers.findIndex(({ status }) => status === 409);
  expect(answers[refused]!.body).toMatchObject({
    code: 'already-opened',
    detail: expect.stringContaining('at the same moment'),
  });
  expect(answers[1 - refused]!.body.id).toBe(first());
  const retried = await open(refused === 0 ? one : other);
  expect([retried.status, retried.body.code]).toEqual(again === null ? [201, undefined] : [409, again]);
});

it('a request that is sent again, even after another round was opened, is answered as before', async () => {
  const key = derivedId('key', 'one');
  expect((await open(WINTER, key)).headers['location']).toBe(`/v1/review-rounds/${first()}`);
  expect((await open(SPRING)).headers['location']).toBe(`/v1/review-rounds/${second()}`);
  const again = await open(WINTER, key);
  expect([again.status, again.body.id]).toEqual([200, first()]);
});

it('one that replaces another is opened once, too', async () => {
  await open(WINTER);
  const replacing = { ...WINTER, replaces: { round: first(), reasonCode: 'size-mistaken' } };
  const answers = await atOnce(replacing, replacing);
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
});
