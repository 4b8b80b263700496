import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DEFAULT_POLICY } from '#audit-cycle';
import { auditId, corePracticeAuditId } from '#authority-setup';
import { PEOPLE } from '../testing/authority-at-work.js';
import { BODIES } from '../testing/bodies.js';
import { CaptureApp, CHIEF } from '../testing/capture-app.js';

let app: CaptureApp;
let ids: Readonly<Record<string, string>>;
let documented: Readonly<Record<string, readonly string[]>>;

beforeAll(async () => {
  app = await CaptureApp.begin();
  const cycle = await app.work.openCycle(8, 8);
  const audits = auditId(cycle, 7);
  await app.work.done('case-audit', audits, { type: 'AllocateAuditor', auditor: CHIEF });
  await app.post(CHIEF, `/v1/audits/${audits}/start`);
  const actions = (await app.post(CHIEF, `/v1/audits/${audits}/actions`, ACTION)).body.id;
  const people = (await app.post(CHIEF, '/v1/people', PERSON)).body.id;
  const escalations = await app.work.anEscalation(audits, CHIEF);
  const measures = (await app.post(CHIEF, '/v1/measures', MEASURE)).body.id;
  ids = {
    ...{ cycles: cycle, audits, actions, escalations, people, 're-audits': audits },
    ...{ 'review-rounds': audits, 'calibration-sessions': audits, measures },
    'audit-tools': corePracticeAuditId(app.work.authority),
  };
  const { paths } = (await app.http.inject('/v1/openapi.json')).json<{
    paths: Record<string, Record<string, { responses: object }>>;
  }>();
  documented = Object.fromEntries(
    Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, { responses }]) => [`${method} ${path}`, Object.keys(responses)]),
    ),
  );
});
afterAll(() => app.end());

const ACTION = BODIES['post /v1/audits/{id}/actions']!;
const { definition } = BODIES['post /v1/measures/{id}/definitions'] as { definition: object };
const MEASURE = { ref: '3.3', code: 'visited', definition };
const PERSON = {
  name: 'Ida',
  caseSystemName: 'IDA',
  on: '2026-01-05',
  roles: ['auditor'],
  memberships: [{ team: 'West', from: '2026-01-05' }],
  lineManagers: [{ manager: CHIEF, from: '2026-01-05' }],
};
const CYCLE = {
  title: 'Core audit',
  kind: 'core',
  period: { from: '2026-03-01', to: '2026-04-30' },
  reviewed: { from: '2025-03-01', to: '2026-04-30' },
  cohorts: ['in-care'],
  linesOfEnquiry: [{ code: 'a', question: 'Is it so?' }],
  tool: { id: CHIEF, version: 1 },
  targetSize: 3,
};

const GOOD: Readonly<Record<string, object>> = {
  ...Object.fromEntries(
    Object.entries(BODIES).filter(([name, body]) => body !== undefined && name.startsWith('post')),
  ),
  'post /v1/cycles': CYCLE,
  'post /v1/people': PERSON,
  'post /v1/review-rounds': {
    halfYear: { from: '2025-09-01', to: '2026-02-28' },
    panel: [{ from: 'a-neighbour', person: null }],
    sampleSize: 30,
    whyCode: 'as-policy-says',
  },
  'post /v1/calibration-sessions': {
    ...{ title: 'Calibration', record: 'C-1', participants: [CHIEF, PEOPLE.anna], leader: CHIEF },
    tool: { id: CHIEF, version: 1 },
  },
  'post /v1/measures': { ref: '3.4', code: 'visited', definition },
  'post /v1/policy': DEFAULT_POLICY,
  'post /v1/audit-tools': BODIES['post /v1/audit-tools/{id}/drafts']!,
};

/** What people and programs send where something else is meant: days that do not exist, the ends of time, all kinds of text. */
const hostile = fc.oneof(
  fc.constantFrom<unknown>(
    ...['2026-02-29', '2024-02-29', '1000-01-01', '9999-12-31', '0000-00-00', '1e3', 'NaN', "' or 1=1 --"],
    ...['<script>', '=HYPERLINK("x")', '\u202e', '\0', '\ud800', '😀', ' ', '', '__proto__', 'constructor'],
    ...[null, true, -1, 0, 1.5, 1e21, Number.MAX_SAFE_INTEGER, [], {}, [[]], [null]],
    ...['a-code', CHIEF, CHIEF.toUpperCase()],
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.jsonValue({ maxDepth: 3 }),
);

/** The body with one of its members, at any depth, put in the place of by something else, or with one more. */
const spoilt = (body: object): fc.Arbitrary<unknown> =>
  fc.tuple(fc.constantFrom(...placesIn(body)), hostile).map(([place, value]) => replaced(body, place, value));

const placesIn = (value: unknown, under: readonly string[] = []): (readonly string[])[] =>
  typeof value === 'object' && value !== null
    ? [
        ...(under.length === 0 ? [] : [under]),
        [...under, 'more'],
        ...Object.entries(value).flatMap(([key, member]) => placesIn(member, [...under, key])),
      ]
    : [under];

function replaced(body: unknown, [key, ...rest]: readonly string[], value: unknown): unknown {
  if (key === undefined) return value;
  const old = body as Record<string, unknown>;
  const changed = { ...old, [key]: replaced(old[key], rest, value) };
  return Array.isArray(body) ? Object.values(changed) : changed;
}

describe('whatever is put into a body', () => {
  it.each(Object.keys(GOOD))(
    '%s gives an answer that its description knows, and never a failure',
    async (name) => {
      const path = name.split(' ')[1]!;
      const url = path
        .replace(/^\/v1\/([a-z-]+)\/\{id\}/, (_, kind: string) => `/v1/${kind}/${ids[kind]!}`)
        .replace('{section}', 'safety');
      await fc.assert(
        fc.asyncProperty(spoilt(GOOD[name]!), async (body) => {
          const { status } = await app.post(CHIEF, url, body);
          expect(documented[name]).toContain(String(status));
          expect(status).toBeLessThan(500);
        }),
        { numRuns: 30 },
      );
    },
  );
});
