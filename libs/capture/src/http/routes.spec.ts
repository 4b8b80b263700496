import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { auditId, corePracticeAuditId } from '#authority-setup';
import { CORE_PRACTICE_AUDIT, DEFAULT_POLICY } from '#audit-cycle';
import { BODIES } from '../testing/bodies.js';
import { PEOPLE } from '../testing/authority-at-work.js';
import { CaptureApp, CHIEF, OTHER_AUTHORITY, STRANGER } from '../testing/capture-app.js';

interface Operation {
  readonly summary: string;
  readonly 'x-policy'?: { readonly roles: 'any' | readonly string[] };
  readonly responses: Readonly<Record<string, { readonly content?: object; readonly headers?: object }>>;
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
}

let app: CaptureApp;
let ids: Readonly<Record<string, string>>;
let operations: readonly { readonly name: string; readonly operation: Operation }[];
/** Reads and corrections that are no commands. */
const WITHOUT_COMMAND = /^(get|put|delete) /;

beforeAll(async () => {
  app = await CaptureApp.begin();
  const cycle = await app.work.openCycle(8, 2);
  const { sample } = (await app.get(CHIEF, `/v1/cycles/${cycle}/sample`)).body as unknown as {
    sample: { strata: { chosen: number[] }[] };
  };
  const audit = auditId(cycle, sample.strata[0]!.chosen[0]!);
  const tool = corePracticeAuditId(app.work.authority);
  const action = await anAction(audit);
  ids = {
    cycles: cycle,
    audits: audit,
    actions: action,
    escalations: await app.work.anEscalation(audit, CHIEF),
    people: PEOPLE.anna,
    'audit-tools': tool,
    're-audits': audit,
    'review-rounds': audit,
    'calibration-sessions': audit,
    measures: audit,
  };
  const { paths } = (await app.http.inject('/v1/openapi.json')).json<{
    paths: Record<string, Record<string, Operation>>;
  }>();
  operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ name: `${method} ${path}`, operation })),
  );
});
afterAll(() => app.end());

async function anAction(audit: string): Promise<string> {
  await app.work.done('case-audit', audit, { type: 'AllocateAuditor', auditor: CHIEF });
  await app.post(CHIEF, `/v1/audits/${audit}/start`);
  const set = await app.post(CHIEF, `/v1/audits/${audit}/actions`, {
    ...BODIES['post /v1/audits/{id}/actions'],
  });
  return set.body.id;
}

const NEW_THINGS = [
  '/v1/cycles',
  '/v1/re-audits',
  '/v1/people',
  '/v1/policy',
  '/v1/working-calendar',
  '/v1/audit-tools',
  '/v1/calibration-sessions',
  '/v1/measures',
  '/v1/review-rounds',
];
/** Several commands in one request, each with an answer of its own. */
const AT_ONCE = ['/v1/actions/reassignments', '/v1/audits/grid', '/v1/scorecard/imports'];
const READS = [
  '/v1/people/{id}',
  '/v1/people/{id}/reallocation-suggestion',
  '/v1/cycles/{id}/allocation-suggestion',
  '/v1/cycles/{id}/frame',
  '/v1/cycles/{id}/sample',
  '/v1/cycles/{id}/re-audit-draws',
  '/v1/audit-tools/{id}',
  '/v1/calibration-sessions/{id}',
  '/v1/review-rounds/{id}/list',
];
const LISTS = [
  '/v1/people',
  '/v1/policy',
  '/v1/working-calendar',
  '/v1/audit-tools',
  '/v1/openapi.json',
  '/v1/health/live',
  '/v1/health/ready',
];

const send = (name: string, person: string, authority: string) => {
  const [method, path] = name.split(' ') as [string, string];
  const url = path.replace(/^\/v1\/([a-z-]+)\/\{id\}/, (_, kind: string) => `/v1/${kind}/${ids[kind]!}`);
  return app.send(
    method.toUpperCase() as 'POST',
    person,
    url.replace('{section}', 'safety'),
    BODIES[name],
    {},
    authority,
  );
};

describe('the routes', () => {
  it('are all described, and no other is', () => {
    expect(operations.map(({ name }) => name).sort()).toEqual(
      [
        ...Object.keys(BODIES),
        ...[...NEW_THINGS, ...AT_ONCE].map((path) => `post ${path}`),
        ...[...READS, ...LISTS].map((path) => `get ${path}`),
      ].sort(),
    );
  });

  it('say who may use them, but for those about the service itself', () => {
    const silent = operations.filter(({ operation }) => operation['x-policy'] === undefined);
    expect(silent.map(({ name }) => name).sort()).toEqual(
      ['get /v1/health/live', 'get /v1/health/ready', 'get /v1/openapi.json'].sort(),
    );
  });

  it('of commands describe their headers and their problems', () => {
    const one = ({ name }: { readonly name: string }) =>
      !WITHOUT_COMMAND.test(name) && !AT_ONCE.includes(name.slice('post '.length));
    for (const { name, operation } of operations.filter(one)) {
      const headers = operation.parameters?.filter((one) => one.in === 'header').map((one) => one.name);
      expect([name, headers]).toEqual([name, ['Idempotency-Key', 'If-Match', 'Prefer', 'Occurred-At']]);
      for (const status of [400, 401, 404, 409, 412, 415, 422, 503]) {
        expect([name, status, operation.responses[status]?.content]).toEqual([
          name,
          status,
          { 'application/problem+json': { schema: { $ref: '#/components/schemas/ProblemShape' } } },
        ]);
      }
      expect(Object.keys(operation.responses['200']!.headers!)).toEqual([
        'ETag',
        'Position',
        'Preference-Applied',
      ]);
    }
  });

  it('refer in their description to nothing that it does not have', async () => {
    const text = (await app.http.inject('/v1/openapi.json')).body;
    const { components } = JSON.parse(text) as { components: { schemas: object } };
    const meant = [...text.matchAll(/"\$ref":"#\/components\/schemas\/([^"]*)"/g)].map(([, name]) => name);
    expect(meant.filter((name) => !Object.hasOwn(components.schemas, name!))).toEqual([]);
  });

  it('let in nobody without identity', async () => {
    for (const { name } of operations.filter(({ operation }) => operation['x-policy'] !== undefined)) {
      const { status } = await send(name, '00000000-0000-4000-8000-0000000000aa', app.work.authority);
      expect([name, status]).toEqual([name, 401]);
    }
  });

  it('attack 1: find nothing of another authority, whatever roles somebody holds in their own', async () => {
    const [ours, theirs] = [await app.head(), await app.work.log.head(OTHER_AUTHORITY)];
    const withId = operations.filter(({ name }) => name.includes('{id}'));
    expect(withId.length).toBe(Object.keys(BODIES).length + READS.length);
    for (const { name } of withId) {
      const { status, body } = await send(name, STRANGER, OTHER_AUTHORITY);
      expect([name, status, body.code]).toEqual([name, 404, 'not-found']);
    }
    expect([await app.head(), await app.work.log.head(OTHER_AUTHORITY)]).toEqual([ours, theirs]);
  });

  it('answer 403 with the roles that are needed to whoever holds none of them', async () => {
    const before = await app.head();
    for (const { name, operation } of operations) {
      const roles = operation['x-policy']?.roles ?? 'any';
      if (roles === 'any' || roles.includes('action-owner')) continue;
      const { status, body } = await send(name, PEOPLE.tim, app.work.authority);
      expect([name, status, body.code, body['roles']]).toEqual([name, 403, 'not-permitted', roles]);
    }
    expect(await app.head()).toBe(before);
  });
});

describe('what an authority is set up with', () => {
  const { lead } = PEOPLE;

  it('a policy is read, and the next one adopted', async () => {
    expect((await app.get(PEOPLE.tim, '/v1/policy')).body).toEqual(DEFAULT_POLICY);
    const next = { ...DEFAULT_POLICY, version: 2, feedbackRequired: false };
    expect((await app.post(lead, '/v1/policy', DEFAULT_POLICY)).body.code).toBe('policy-version');
    expect(
      (await app.post(lead, '/v1/policy', { ...next, capacity: { auditsPerAuditor: 0 } })).body.code,
    ).toBe('policy-invalid');
    expect((await app.post(lead, '/v1/policy', next)).status).toBe(200);
    expect((await app.get(PEOPLE.tim, '/v1/policy')).body).toEqual(next);
  });

  it('bank holidays are read, and a longer list of them published', async () => {
    const at = '/v1/working-calendar';
    const known = await app.get(PEOPLE.tim, at);
    expect([known.status, known.headers['etag']]).toEqual([200, '"0"']);
    const { covers, holidays } = known.body as unknown as {
      covers: { from: string; to: string };
      holidays: string[];
    };
    expect(holidays).toContain('2026-12-25');
    const longer = {
      covers: { ...covers, to: '2199-12-31' },
      holidays: [...holidays, '2199-12-25'],
      source: 'Published by the government.',
    };
    const saturday = await app.post(CHIEF, at, { ...longer, holidays: ['2026-02-28'] });
    expect([saturday.status, saturday.body.code]).toEqual([422, 'on-a-weekend']);
    const published = await app.post(CHIEF, at, longer, { 'if-match': '"0"' });
    expect([published.status, published.body.revision]).toEqual([200, 1]);
    const { body } = await app.get(PEOPLE.tim, at);
    expect(body).toEqual({ covers: longer.covers, holidays: longer.holidays });
  });

  it('an audit tool is drafted, published and retired, and another version drafted', async () => {
    const tool = (await app.post(lead, '/v1/audit-tools', CORE_PRACTICE_AUDIT)).body.id;
    const at = `/v1/audit-tools/${tool}`;
    expect((await app.post(lead, `${at}/publication`, { version: 2 })).body.code).toBe('unknown-version');
    expect((await app.post(lead, `${at}/publication`, { version: 1 })).status).toBe(200);
    expect((await app.post(lead, `${at}/drafts`, CORE_PRACTICE_AUDIT)).status).toBe(200);
    expect((await app.post(lead, `${at}/retirement`, { version: 1, reasonCode: 'replaced' })).status).toBe(
      200,
    );
    const { body } = await app.get(PEOPLE.tim, at);
    expect(body['versions']).toEqual([
      { version: 1, status: 'retired', definition: CORE_PRACTICE_AUDIT },
      { version: 2, status: 'drafted', definition: CORE_PRACTICE_AUDIT },
    ]);
    expect((await app.get(PEOPLE.tim, '/v1/audit-tools')).body['tools']).toHaveLength(5);
  });

  it('a section of a tool has the answers of its kind', async () => {
    const [section] = CORE_PRACTICE_AUDIT.sections;
    const answer = {
      kind: 'choice',
      descriptors: { outstanding: 'a', good: 'b', 'requires-improvement': 'c', inadequate: 'd' },
    };
    const tool = { ...CORE_PRACTICE_AUDIT, sections: [{ ...section, answer }] };
    const refused = await app.post(lead, '/v1/audit-tools', tool);
    expect([refused.status, refused.body.errors[0]?.path]).toEqual([400, 'sections.0.answer']);
  });
});
