import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { auditId, corePracticeAuditId } from '#authority-setup';
import { PEOPLE } from '../testing/authority-at-work.js';
import { CaptureApp, CHIEF, STRANGER, type Answered } from '../testing/capture-app.js';
import { DescribedBodies, type Described, type Schemas } from '../testing/described-bodies.js';

/** Well-formed, and nobody's and nothing's. */
const NOBODY = '00000000-0000-4000-8000-0000000000aa';

const METHODS = ['post', 'put', 'delete'] as const;

interface Route {
  readonly name: string;
  readonly method: 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly body: Described | null;
}

interface Operation {
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Described }>> };
}

const app = await CaptureApp.begin();
const { paths, components } = (await app.http.inject('/v1/openapi.json')).json<{
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Schemas };
}>();
const bodies = new DescribedBodies(components.schemas, NOBODY);

/** Every route that changes something, read off the description of the API: a new one is tried without being listed here. */
const routes: readonly Route[] = Object.entries(paths).flatMap(([path, operations]) =>
  METHODS.flatMap((method) => {
    const operation = operations[method];
    if (operation === undefined) return [];
    const body = operation.requestBody?.content['application/json']?.schema ?? null;
    return [{ name: `${method} ${path}`, method: method.toUpperCase() as Route['method'], path, body }];
  }),
);
const send = (person: string, { method }: Route, url: string, body?: unknown): Promise<Answered> =>
  app.send(method, person, url, body, {}, app.work.authority);

let ids: Readonly<Record<string, string>>;
beforeAll(async () => {
  const cycle = await app.work.openCycle(8, 2);
  const sample = (await app.get(CHIEF, `/v1/cycles/${cycle}/sample`)).body as unknown as {
    sample: { strata: { chosen: number[] }[] };
  };
  const audits = auditId(cycle, sample.sample.strata[0]!.chosen[0]!);
  ids = {
    cycles: cycle,
    audits,
    people: PEOPLE.anna,
    'audit-tools': corePracticeAuditId(app.work.authority),
  };
});
afterAll(() => app.end());

/** With the id of something that is there, where this authority has one. */
const urlOf = ({ path }: Route): string =>
  path
    .replace(/^\/v1\/([a-z-]+)\/\{id\}/, (_, kind: string) => `/v1/${kind}/${ids[kind] ?? NOBODY}`)
    .replace('{section}', 'safety');

/** A problem with a code and a sentence for people. */
function expectProblem({ status, headers, body }: Answered, what: string): void {
  expect([what, status >= 400 && status < 500, headers['content-type']]).toEqual([
    what,
    true,
    'application/problem+json; charset=utf-8',
  ]);
  expect(body).toMatchObject({
    code: expect.stringMatching(/^[a-z]+(-[a-z0-9]+)*$/),
    detail: expect.stringMatching(/^["A-Z].*\.$/),
  });
}

/** Where a request has several commands, each is refused by itself. */
function expectRefused(answer: Answered, what: string): void {
  if (answer.status !== 200) return expectProblem(answer, what);
  const answers = JSON.stringify(answer.body);
  expect(answers).toMatch(/"code":"[a-z-]+"/);
  expect(answers).not.toMatch(/"(recorded|accepted)":true/);
}

it('there are many routes to try, and only a file comes without a body of JSON', () => {
  expect(routes.length).toBeGreaterThan(80);
  expect(routes.filter(({ body }) => body === null).map(({ name }) => name)).toEqual([
    'post /v1/cycles/{id}/population',
    'post /v1/scorecard/imports',
    'delete /v1/people/{id}/name',
  ]);
});

it.each(routes.filter(({ body }) => body !== null))(
  '$name takes no body with a member missing, null, empty, wrong, too long or not known, and says where',
  async (route) => {
    const before = await app.head();
    const all = bodies.spoilt(route.body!);
    expect(all.length).toBeGreaterThan(0);
    for (const { wrong, place, body } of all) {
      const answer = await send(CHIEF, route, urlOf(route), body);
      const what = `${place} ${wrong}`;
      expectProblem(answer, what);
      expect([what, answer.body.code]).toEqual([what, 'invalid-input']);
      const errors = answer.body.errors as readonly { path: string; message: string }[];
      const told = errors.filter(({ path }) => path === place || path.startsWith(`${place}.`));
      expect([what, told.length > 0, told.every(({ message }) => message.length > 0)]).toEqual([
        what,
        true,
        true,
      ]);
    }
    expect(await app.head()).toBe(before);
  },
);

it.each(routes.filter(({ path }) => path.includes('{id}')))(
  '$name takes no id that is malformed',
  async (route) => {
    const before = await app.head();
    const body = route.body === null ? undefined : bodies.fitting(route.body);
    for (const id of ['not-an-id', '00000000-0000-4000-8000-00000000000g', '%00', '..%2f..']) {
      const url = route.path.replace('{id}', id).replace('{section}', 'safety');
      expectProblem(await send(CHIEF, route, url, body), id);
    }
    expect(await app.head()).toBe(before);
  },
);

it.each(routes)('$name records nothing that names somebody or something that is not there', async (route) => {
  const before = await app.head();
  const body = route.body === null ? undefined : bodies.fitting(route.body);
  const named = JSON.stringify(body ?? {}).includes(NOBODY) ? urlOf(route) : null;
  const elsewhere = urlOf(route).replace(/^\/v1\/([a-z-]+)\/[0-9a-f-]{36}/, `/v1/$1/${NOBODY}`);
  for (const url of [named, elsewhere === urlOf(route) ? null : elsewhere]) {
    if (url === null) continue;
    expectRefused(await send(CHIEF, route, url, body), url);
  }
  expect(await app.head()).toBe(before);
});

const named = [
  ['somebody of another authority', STRANGER, []],
  // Whoever works here may manage others.
  ['somebody without any role of an audit', PEOPLE.tim, ['post /v1/people/{id}/line-managers']],
] as const;

it.each(named)('no route records anything that names %s, but for those listed', async (_, person, open) => {
  const naming = new DescribedBodies(components.schemas, person);
  const accepted: string[] = [];
  for (const route of routes.filter(({ body }) => body !== null)) {
    const body = naming.fitting(route.body!);
    if (!JSON.stringify(body).includes(person)) continue;
    const before = await app.head();
    const answer = await send(CHIEF, route, urlOf(route), body);
    if ((await app.head()) === before) expectRefused(answer, route.name);
    else accepted.push(route.name);
  }
  expect(accepted).toEqual(open);
});

it.each(routes)('$name records nothing for somebody whom nobody knows, nor without a name', async (route) => {
  const before = await app.head();
  const body = route.body === null ? undefined : bodies.fitting(route.body);
  for (const person of [NOBODY, '', 'root'])
    expectProblem(await send(person, route, urlOf(route), body), `as "${person}"`);
  expect(await app.head()).toBe(before);
});
