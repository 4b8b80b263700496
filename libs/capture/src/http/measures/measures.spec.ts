import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { measureId } from '#authority-setup';
import { PEOPLE } from '../../testing/authority-at-work.js';
import { BODIES } from '../../testing/bodies.js';
import { CaptureApp, CHIEF } from '../../testing/capture-app.js';

const { lead, anna } = PEOPLE;
const { definition } = BODIES['post /v1/measures/{id}/definitions'] as { definition: object };
const REPORT = BODIES['post /v1/measures/{id}/reports']!;
const TARGETS = BODIES['post /v1/measures/{id}/targets']!;
let app: CaptureApp;

beforeAll(async () => {
  app = await CaptureApp.begin();
});
afterAll(() => app.end());

const defined = async (ref: string | null, code = 'visited'): Promise<string> => {
  const answer = await app.post(lead, '/v1/measures', { ref, code, definition });
  expect([answer.status, answer.body.id]).toEqual([201, measureId(app.work.authority, { ref, code })]);
  expect(answer.headers['location']).toBe(`/v1/measures/${answer.body.id}`);
  return `/v1/measures/${answer.body.id}`;
};
const recorded = async (address: string): Promise<readonly string[]> => {
  const id = address.split('/').at(-1)!;
  const events = await app.work.log.readStream(`${app.work.authority}/measure-${id}`);
  return events.map(({ header }) => header.type);
};

describe('a measure', () => {
  it('whose figure is red is recorded with its breach and the review that it asks for, in one decision', async () => {
    const at = await defined('3.3');
    expect((await app.post(lead, `${at}/targets`, TARGETS)).status).toBe(200);
    const answer = await app.post(lead, `${at}/reports`, REPORT);
    expect([answer.status, answer.body.revision]).toEqual([200, 4]);
    expect(await recorded(at)).toEqual([
      'MeasureDefined',
      'TargetsSet',
      'MeasureReported',
      'ThresholdBreached',
      'ReviewRequested',
    ]);
    const again = await app.post(lead, `${at}/reports`, REPORT);
    expect([again.status, again.body.code]).toEqual([409, 'already-reported']);
  });

  it('has its ref for itself, be it written with other capitals, also when two are defined at once', async () => {
    const both = await Promise.all(
      ['5.10A', ' 5.10a'].map((ref) => app.post(lead, '/v1/measures', { ref, code: 'a', definition })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(both.map(({ body }) => body.code)).toContain('already-defined');
    await defined(null, 'c5-10a');
  });

  it('is asked to be reviewed by hand, once', async () => {
    const at = await defined('9.1');
    const ask = BODIES['post /v1/measures/{id}/review-requests'];
    expect((await app.post(lead, `${at}/review-requests`, ask)).status).toBe(200);
    const again = await app.post(CHIEF, `${at}/review-requests`, ask);
    expect([again.status, again.body.code]).toEqual([409, 'review-already-requested']);
  });

  it('is looked into by a surgery, which answers the review that its figure asked for', async () => {
    const at = await defined('9.3');
    await app.post(lead, `${at}/targets`, TARGETS);
    await app.post(lead, `${at}/reports`, REPORT);
    const surgery = { ...BODIES['post /v1/measures/{id}/surgeries'], with: [anna] };
    expect((await app.post(lead, `${at}/surgeries`, surgery)).status).toBe(200);
    expect((await recorded(at)).at(-1)).toBe('SurgeryHeld');
    const ask = BODIES['post /v1/measures/{id}/review-requests'];
    expect((await app.post(lead, `${at}/review-requests`, ask)).status).toBe(200);
    const twice = await app.post(lead, `${at}/surgeries`, { ...surgery, cases: ['C-1', 'C-1'] });
    expect([twice.status, twice.body.code]).toEqual([422, 'case-twice']);
    expect((await app.post(anna, `${at}/surgeries`, surgery)).status).toBe(403);
  });

  it('measures something else from a new definition on', async () => {
    const at = await defined('9.2');
    const body = { definition: { ...definition, decimals: 0 }, reasonCode: 'guidance-changed' };
    expect((await app.post(lead, `${at}/definitions`, body)).status).toBe(200);
    await app.post(lead, `${at}/reports`, { ...REPORT, definition: 1 });
    expect((await app.post(lead, `${at}/reports`, REPORT)).status).toBe(200);
    const none = await app.post(lead, `${at}/reports`, { ...REPORT, definition: 3 });
    expect([none.status, none.body.code]).toEqual([422, 'unknown-version']);
  });

  it.each<[string, object, number, string]>([
    ['a denominator of zero', { denominator: 0, numerator: 0 }, 422, 'denominator-zero'],
    ['a numerator above it', { numerator: 739 }, 422, 'numerator-above-denominator'],
    ['a number below zero', { numerator: -1 }, 400, 'invalid-input'],
    ['half a child', { numerator: 1.5 }, 400, 'invalid-input'],
    ['no figure at all', { numerator: null, denominator: null, printed: null }, 422, 'figure-missing'],
    ['words for a figure', { printed: 'not known' }, 422, 'not-a-figure'],
    ['a series that there is not', { series: 'year' }, 400, 'invalid-input'],
    ['days to come', { period: { from: '2030-01-01', to: '2030-01-01' } }, 422, 'in-the-future'],
    [
      'days in the wrong order',
      { period: { from: '2026-03-02', to: '2026-03-01' } },
      422,
      'ends-before-start',
    ],
    ['a file that is no digest', { source: { file: 'a.csv', row: 1 } }, 422, 'source-invalid'],
  ])('takes no report with %s, and says so', async (_, changed, status, code) => {
    const id = measureId(app.work.authority, { ref: '9.3', code: 'visited' });
    await app.post(lead, '/v1/measures', { ref: '9.3', code: 'visited', definition });
    const before = await app.head();
    const answer = await app.post(lead, `/v1/measures/${id}/reports`, { ...REPORT, ...changed });
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(await app.head()).toBe(before);
  });

  it('is kept by those who answer for measures, and is nobody else’s', async () => {
    const at = await defined('9.4');
    for (const [path, body] of [
      ['/v1/measures', { ref: '9.5', code: 'visited', definition }],
      [`${at}/targets`, TARGETS],
      [`${at}/reports`, REPORT],
    ] as const) {
      const answer = await app.post(anna, path, body);
      expect([answer.status, answer.body.code]).toEqual([403, 'not-permitted']);
    }
    expect((await app.post(lead, `/v1/measures/${anna}/reports`, REPORT)).status).toBe(404);
  });
});
