import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MOST_ADDED_BY_HAND, type Frame, type Sample } from '#audit-cycle';
import { sha256Hex } from '#event-log';
import { checkSample } from '#population';
import { PEOPLE } from '../../testing/authority-at-work.js';
import { CaptureApp, type Answered } from '../../testing/capture-app.js';

const { lead, anna, tim } = PEOPLE;
const REASON = { reasonCode: 'moved-in-since', reason: 'They came after the lists were made.' };
let app: CaptureApp;
beforeAll(async () => {
  app = await CaptureApp.begin();
});
afterAll(() => app.end());

const child = (id: string, rest: object = {}): object => ({
  ...{ child: id, cohort: 'child-in-need', team: 'North', worker: tim },
  ...rest,
});
const add = (
  cycle: string,
  children: readonly object[],
  more: { readonly by?: string; readonly key?: string } = {},
): Promise<Answered> =>
  app.post(
    more.by ?? lead,
    `/v1/cycles/${cycle}/population/children`,
    { children, ...REASON },
    more.key === undefined ? {} : { 'idempotency-key': more.key },
  );
const frameOf = async (cycle: string): Promise<string> =>
  JSON.stringify((await app.get(lead, `/v1/cycles/${cycle}/frame`)).body);

describe('adding children by hand', () => {
  it('gives a new frame and a report in which everything adds up', async () => {
    const cycle = await app.work.plannedCycle(4);
    const before = await frameOf(cycle);
    const { status, body } = await add(cycle, [
      child('Z-2', { family: 'F-1' }),
      child(' C-0001a ', { team: 'North  East' }),
    ]);
    expect({ status, body }).toMatchObject({
      status: 200,
      body: {
        report: {
          ...{ reasonCode: 'moved-in-since', to: { frame: sha256Hex(before) } },
          added: [{ child: 'C-0001a' }, { child: 'Z-2' }],
          totals: {
            rowsRead: 4,
            rowsUsed: 4,
            rowsExcluded: 0,
            childrenOfLists: 4,
            addedByHand: 2,
            children: 6,
          },
        },
      },
    });
    const text = await frameOf(cycle);
    expect(body['frame']).toBe(sha256Hex(text));
    expect((JSON.parse(text) as Frame).entries).toEqual([
      ...(JSON.parse(before) as Frame).entries.slice(0, 2),
      { child: 'C-0001a', cohort: 'child-in-need', team: 'North East', worker: tim, family: null },
      ...(JSON.parse(before) as Frame).entries.slice(2),
      { child: 'Z-2', cohort: 'child-in-need', team: 'North', worker: tim, family: 'F-1' },
    ]);
  });

  it('keeps the reason in words apart from the facts, which name no child', async () => {
    const cycle = await app.work.plannedCycle(4);
    await add(cycle, [child('SECRET-1')]);
    const { events } = await app.work.log.readAll(app.work.authority, {
      filter: { types: ['PopulationImported'] },
    });
    const { factsBytes, narrativeBytes } = events.at(-1)!;
    const facts = Buffer.from(factsBytes).toString('utf8');
    expect(JSON.parse(facts)).toMatchObject({
      ...{ source: 'by-hand', children: 5, addedByHand: 1, cohorts: { 'child-in-need': 5 } },
      ...{ rows: { read: 4, used: 4, excluded: 0 }, addition: { children: 1, by: lead } },
    });
    expect(facts).not.toMatch(/SECRET-1|after the lists/);
    expect(Buffer.from(narrativeBytes!).toString('utf8')).toContain(REASON.reason);
  });

  it('reaches the sample, which anybody can draw again from the new frame', async () => {
    const cycle = await app.work.plannedCycle(2, 500);
    await add(cycle, [child('C-9001'), child('C-9002')]);
    const drawn = await app.post(lead, `/v1/cycles/${cycle}/sample`, { size: 4, minimumPerStratum: 0 });
    expect(drawn.status).toBe(200);
    expect(checkSample(await frameOf(cycle), drawn.body['sample'] as unknown as Sample, sha256Hex)).toEqual({
      same: true,
      cases: 4,
    });
    expect((await add(cycle, [child('C-9003')])).body.code).toBe('already-drawn');
  });

  it('sent again under its key is answered as it was, also when more were added since', async () => {
    const cycle = await app.work.plannedCycle(4);
    const first = await add(cycle, [child('A-1')], { key: 'the-first' });
    await add(cycle, [child('A-2')]);
    const head = await app.head();
    expect((await add(cycle, [child('A-1')], { key: 'the-first' })).body).toEqual(first.body);
    expect(await app.head()).toBe(head);
  });

  it('of two at once keeps both', async () => {
    const cycle = await app.work.plannedCycle(4);
    const answers = await Promise.all([add(cycle, [child('A-1')]), add(cycle, [child('A-2')])]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    const { entries } = JSON.parse(await frameOf(cycle)) as Frame;
    expect(entries.map((one) => one.child).slice(0, 2)).toEqual(['A-1', 'A-2']);
  });
});

describe('children who cannot be added', () => {
  const many = (count: number): readonly object[] => Array.from({ length: count }, (_, n) => child(`M-${n}`));

  it.each([
    ['who are in the frame already', 409, 'already-in-frame', [child('C-0001')]],
    ['who are named twice', 422, 'child-twice', [child('A-1'), child('A-1 ')]],
    ['whose id says nothing', 422, 'child-incomplete', [child('  ')]],
    ['whose team says nothing', 422, 'child-incomplete', [child('A-1', { team: ' ' })]],
    ['of a cohort that the cycle leaves out', 422, 'outside-scope', [child('A-1', { cohort: 'in-care' })]],
    ['whose worker never joined', 422, 'unknown-worker', [child('A-1', { worker: randomUUID() })]],
    ['who are more than a few', 400, 'invalid-input', many(MOST_ADDED_BY_HAND + 1)],
    ['who are none', 400, 'invalid-input', []],
    ['of whom there is no cohort', 400, 'invalid-input', [child('A-1', { cohort: 'adults' })]],
    ['whose id is too long', 400, 'invalid-input', [child('A'.repeat(101))]],
    ['of whom more is told', 400, 'invalid-input', [child('A-1', { name: 'Somebody' })]],
  ])('%s are refused (%i %s), and nothing is recorded', async (_, status, code, children) => {
    const cycle = await app.work.plannedCycle(4);
    const [head, frame] = [await app.head(), await frameOf(cycle)];
    const refused = await add(cycle, children);
    expect([refused.status, refused.body.code]).toEqual([status, code]);
    expect(JSON.stringify(refused.body)).not.toMatch(/C-0001|A-1/);
    expect([await app.head(), await frameOf(cycle)]).toEqual([head, frame]);
  });

  it('are more than a few also when they come one after the other', async () => {
    const cycle = await app.work.plannedCycle(4);
    expect((await add(cycle, many(MOST_ADDED_BY_HAND))).status).toBe(200);
    const refused = await add(cycle, [child('A-1')]);
    expect([refused.status, refused.body.code]).toEqual([409, 'too-many-by-hand']);
  });

  it('are refused from anybody but a QA lead, and for a cycle that there is not', async () => {
    const cycle = await app.work.plannedCycle(4);
    expect((await add(cycle, [child('A-1')], { by: anna })).status).toBe(403);
    expect((await add(randomUUID(), [child('A-1')])).status).toBe(404);
  });
});
