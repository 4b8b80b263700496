import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { PEOPLE } from '../testing/authority-at-work.js';
import { CaptureApp } from '../testing/capture-app.js';

let app: CaptureApp;
beforeAll(async () => {
  app = await CaptureApp.begin();
});
afterAll(() => app.end());

const answers = (authorities: readonly string[]): Promise<ReadonlySet<string>> =>
  Promise.all(
    authorities.map(async (authority) => {
      const body = { name: 'Nobody', on: '2026-01-05' };
      const { status, body: problem } = await app.post(PEOPLE.lead, '/v1/people', body, {}, authority);
      return `${status} ${problem.code}`;
    }),
  ).then((all) => new Set(all));

it('a thousand authorities that do not exist are all turned away, and nothing is recorded of any', async () => {
  const before = [await app.work.log.authorities(), await app.head()];
  const made = Array.from({ length: 1000 }, () => `a-${randomUUID()}`);
  expect(await answers(made)).toEqual(new Set(['401 person-unknown']));
  expect([await app.work.log.authorities(), await app.head()]).toEqual(before);
  for (const authority of made) expect(await app.work.log.head(authority)).toBe(0n);
});

it('a name that no authority can have is turned away before anything is looked up under it', async () => {
  const asked: string[] = [];
  const { log } = app.work;
  const readAll = log.readAll.bind(log);
  log.readAll = (authority, options) => {
    asked.push(authority);
    return readAll(authority, options);
  };
  const names = ['', '-', 'A', 'a b', 'northshire/..', '__proto__', 'a'.repeat(64), "a'--", '1a'];
  expect(await answers(names)).toEqual(new Set(['401 person-unknown']));
  expect(asked.filter((authority) => names.includes(authority))).toEqual([]);
  log.readAll = readAll;
});
