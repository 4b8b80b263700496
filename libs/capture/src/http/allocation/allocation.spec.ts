import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { auditId } from '#authority-setup';
import { domainEvent } from '../../deciding/domain-event.js';
import { PEOPLE } from '../../testing/authority-at-work.js';
import { CaptureApp, CHIEF, type Answered } from '../../testing/capture-app.js';
import { gradeAudit } from '../../testing/grade-audit.js';

const { lead, anna, otto, mo, tim } = PEOPLE;
const DAY = '2026-03-02';

interface Pair {
  readonly audit: string;
  readonly auditor: string;
}
interface Suggestion {
  readonly cycle: string;
  readonly due: string;
  readonly pairs: readonly Pair[];
  readonly unplaced: readonly { readonly audit: string; readonly reasons: readonly object[] }[];
  readonly auditors: readonly { readonly auditor: string; readonly suggested: number }[];
}
interface One {
  readonly audit: string;
  readonly accepted: boolean;
  readonly code?: string;
  readonly revision?: number;
  readonly warnings: readonly { readonly code: string }[];
}

let app: CaptureApp;
let cycle: string;
let audits: readonly string[];

beforeEach(async () => {
  app = await CaptureApp.begin();
  cycle = await app.work.openCycle(8, 8);
  audits = Array.from({ length: 8 }, (_, n) => auditId(cycle, n));
  await app.work.done('person', CHIEF, { type: 'GiveRoles', roles: ['qa-lead'] });
});
afterEach(() => app.end());

const suggestion = async (query = ''): Promise<Suggestion> => {
  const { status, body } = await app.get(lead, `/v1/cycles/${cycle}/allocation-suggestion${query}`);
  expect(status).toBe(200);
  return body as unknown as Suggestion;
};
const post = (allocations: readonly object[], key: string = randomUUID(), more: object = {}) =>
  app.post(lead, `/v1/cycles/${cycle}/allocations`, { allocations, ...more }, { 'idempotency-key': key });
const answersOf = ({ body }: Answered): readonly One[] => body['answers'] as unknown as readonly One[];
const auditorOf = async (audit: string): Promise<string | null> => {
  const { streams } = app.work.gateway.lookups;
  const { state } = await streams.load(app.work.authority, 'case-audit', audit);
  return state.status === 'not-selected' ? null : state.auditor;
};
const record = (person: string, what: string, body: object) =>
  app.post(lead, `/v1/people/${person}/${what}`, body);

describe('A suggestion for a cycle', () => {
  it('places every case with somebody independent of it, evenly, and changes nothing', async () => {
    const before = await app.head();
    const { pairs, unplaced, auditors, due } = await suggestion();
    expect(pairs.map(({ audit }) => audit)).toEqual([...audits].sort());
    expect(unplaced).toEqual([]);
    expect(due).toBe('2026-03-23');
    // otto is of the team "North", whose children are the first four.
    const north = new Set(audits.slice(0, 4));
    expect(pairs.filter(({ audit, auditor }) => north.has(audit) && auditor === otto)).toEqual([]);
    expect(auditors).toEqual([
      { auditor: anna, audits: 0, suggested: 4, capacity: 8 },
      { auditor: otto, audits: 0, suggested: 4, capacity: 8 },
    ]);
    expect(await app.head()).toBe(before);
  });

  it('goes by capacity, absence and the last day with an agency', async () => {
    expect((await record(anna, 'capacity', { audits: 1, from: DAY })).status).toBe(200);
    expect((await suggestion()).auditors.map(({ suggested }) => suggested)).toEqual([1, 4]);
    expect((await record(otto, 'absences', { from: DAY })).status).toBe(200);
    const { pairs, unplaced } = await suggestion();
    expect([pairs.length, unplaced.length]).toEqual([1, 7]);
    expect(unplaced[0]!.reasons).toContainEqual({ auditor: anna, code: 'over-capacity' });
    expect((await record(otto, 'absence-cancellation', { from: DAY })).status).toBe(200);
    expect((await record(otto, 'agency-end', { on: '2026-03-22' })).status).toBe(200);
    expect((await suggestion()).pairs).toHaveLength(1);
    expect((await record(otto, 'agency-end', {})).status).toBe(200);
    expect((await suggestion()).pairs).toHaveLength(5);
  });

  it('is made for another day when it is asked for', async () => {
    await record(anna, 'absences', { from: DAY, to: '2026-03-23' });
    expect((await suggestion()).pairs).toHaveLength(4);
    expect((await suggestion('?on=2026-03-03')).pairs).toHaveLength(8);
  });

  it('is refused for a cycle that is not open or not there, and to everybody else', async () => {
    const planned = await app.work.plannedCycle(2, 100);
    const at = (id: string): string => `/v1/cycles/${id}/allocation-suggestion`;
    expect((await app.get(lead, at(planned))).body.code).toBe('cycle-not-open');
    expect((await app.get(lead, at(randomUUID()))).status).toBe(404);
    expect((await app.get(anna, at(cycle))).status).toBe(403);
    expect((await app.get(lead, `${at(cycle)}?on=2026-02-29`)).status).toBe(400);
    for (const on of ['1000-01-01', '2199-12-31', '9999-12-31']) {
      const { status, body } = await app.get(lead, `${at(cycle)}?on=${on}`);
      expect([on, status, body.code]).toEqual([on, 409, 'calendar-too-short']);
    }
  });
});

describe('Many allocations', () => {
  it('take up a suggestion', async () => {
    const { pairs } = await suggestion();
    const answer = await post(pairs, randomUUID(), { how: 'suggested' });
    expect(answer.status).toBe(200);
    expect(answersOf(answer)).toEqual(
      pairs.map(({ audit }) => ({ audit, accepted: true, revision: 1, warnings: [] })),
    );
    for (const { audit, auditor } of pairs) expect(await auditorOf(audit)).toBe(auditor);
    const { events } = await app.work.log.readAll(app.work.authority, {
      filter: { types: ['AuditorAllocated'] },
    });
    expect(
      new Set(events.map((event) => (domainEvent<'case-audit'>(event).facts as { how: string }).how)),
    ).toEqual(new Set(['suggested']));
    expect((await suggestion()).pairs).toEqual([]);
  });

  it('fill the place that a conflict left in a case that was begun, as it was suggested', async () => {
    const audit = audits[4]!;
    const say = async (command: string, body: object): Promise<void> => {
      expect((await app.post(anna, `/v1/audits/${audit}/${command}`, body)).status).toBe(200);
    };
    await post([{ audit, auditor: anna }]);
    await say('start', {});
    await say('sections/safety', { grade: 'good' });
    await say('conflict', { relationship: 'personal' });
    const pair = (await suggestion()).pairs.find((one) => one.audit === audit);
    expect(pair).toEqual({ audit, auditor: otto });
    expect(answersOf(await post([pair!]))).toMatchObject([{ audit, accepted: true }]);
    expect(await auditorOf(audit)).toBe(otto);
  });

  it('have an answer each: what is refused leaves the others as they are', async () => {
    const [north, south] = [audits[0]!, audits[7]!];
    const stray = randomUUID();
    const answers = answersOf(
      await post([
        { audit: north, auditor: otto },
        { audit: south, auditor: anna },
        { audit: stray, auditor: anna },
        { audit: audits[6], auditor: mo },
      ]),
    );
    expect(answers.map(({ audit, accepted, code }) => [audit, accepted, code])).toEqual([
      [north, false, 'own-team'],
      [south, true, undefined],
      [stray, false, 'not-found'],
      [audits[6], false, 'role-missing'],
    ]);
    expect([await auditorOf(north), await auditorOf(south)]).toEqual([null, anna]);
  });

  it('are the same when the request is sent again, and finished where it was cut off', async () => {
    const [key, all] = [randomUUID(), audits.slice(4).map((audit) => ({ audit, auditor: anna }))];
    await record(anna, 'capacity', { audits: 4, from: DAY });
    await post(all.slice(0, 2), key);
    const after = answersOf(await post(all, key));
    expect(after.map(({ accepted, revision, warnings }) => [accepted, revision, warnings])).toEqual(
      all.map(() => [true, 1, []]),
    );
    const head = await app.head();
    expect(answersOf(await post(all, key))).toEqual(after);
    expect(await app.head()).toBe(head);
    expect(answersOf(await post([{ audit: audits[4], auditor: otto }], key))[0]!.code).toBe(
      'idempotency-key-reused',
    );
  });

  it('say where somebody gets more than they can take, or is away, and are recorded nevertheless', async () => {
    await record(anna, 'capacity', { audits: 1, from: DAY });
    await record(otto, 'absences', { from: DAY });
    const answer = await post([
      { audit: audits[4], auditor: anna },
      { audit: audits[5], auditor: anna },
      { audit: audits[6], auditor: otto },
    ]);
    expect(
      answersOf(answer).map(({ accepted, warnings }) => [accepted, warnings.map(({ code }) => code)]),
    ).toEqual([
      [true, []],
      [true, ['over-capacity']],
      [true, ['absent']],
    ]);
  });

  it('say the same when a case is allocated by itself, also when it is sent again', async () => {
    await record(anna, 'capacity', { audits: 1, from: DAY });
    await post([{ audit: audits[4], auditor: anna }]);
    const headers = { 'idempotency-key': randomUUID() };
    const allocate = () => app.post(lead, `/v1/audits/${audits[5]}/allocation`, { auditor: anna }, headers);
    const first = await allocate();
    expect([first.status, first.body['warnings']]).toEqual([
      200,
      [{ code: 'over-capacity', message: expect.stringMatching(/^This person has more audits .*\.$/) }],
    ]);
    expect((await allocate()).body).toEqual(first.body);
    const other = await app.post(lead, `/v1/audits/${audits[6]}/allocation`, { auditor: otto });
    expect(other.body['warnings']).toEqual([]);
  });

  it.each([
    ['none', []],
    ['one twice', [0, 0]],
  ])('are refused as a whole where the list names %s', async (_, indices) => {
    const before = await app.head();
    const { status, body } = await post(indices.map((n) => ({ audit: audits[n], auditor: anna })));
    expect([status, body.code]).toEqual([400, 'invalid-input']);
    expect(await app.head()).toBe(before);
  });

  it('are refused as a whole on a cycle that has moved on since it was seen', async () => {
    const at = `/v1/cycles/${cycle}/allocations`;
    const body = { allocations: [{ audit: audits[4], auditor: anna }] };
    const refused = await app.post(lead, at, body, { 'if-match': '"0"' });
    expect([refused.status, await auditorOf(audits[4]!)]).toEqual([412, null]);
    const { headers } = await app.post(lead, at, body);
    expect((await app.post(lead, at, body, { 'if-match': String(headers['etag']) })).status).toBe(200);
  });

  it('are for a quality assurance lead', async () => {
    const body = { allocations: [{ audit: audits[4], auditor: anna }] };
    expect((await app.post(anna, `/v1/cycles/${cycle}/allocations`, body)).status).toBe(403);
    expect(await auditorOf(audits[4]!)).toBeNull();
  });
});

describe('Whoever is away or leaves', () => {
  const at = (what: string): string => `/v1/people/${anna}/${what}`;
  const why = { reasonCode: 'absence', reason: 'Ill for some weeks.' };
  const move = (moves: readonly object[], key: string = randomUUID()) =>
    app.post(lead, at('reallocation'), { ...why, moves }, { 'idempotency-key': key });

  beforeEach(async () => {
    await post(audits.map((audit) => ({ audit, auditor: anna })));
    await app.post(anna, `/v1/audits/${audits[7]}/start`);
  });

  it('is not suggested for what they have, and others are', async () => {
    const { status, body } = await app.get(lead, at('reallocation-suggestion'));
    expect([status, body['moderating']]).toEqual([200, []]);
    const [only, ...more] = body['cycles'] as unknown as readonly Suggestion[];
    expect([only!.cycle, more]).toEqual([cycle, []]);
    expect(only!.pairs.map(({ auditor }) => auditor)).toEqual([otto, otto, otto, otto]);
    expect(only!.unplaced).toHaveLength(4);
    expect((await app.get(lead, `/v1/people/${tim}/reallocation-suggestion`)).body['cycles']).toEqual([]);
  });

  it('hands on what others can take, what has begun too; what is refused stays', async () => {
    const moves = [audits[0], audits[6], audits[7]].map((audit) => ({ audit, to: otto }));
    const key = randomUUID();
    const answer = await move(moves, key);
    expect(answersOf(answer).map(({ accepted, code }) => [accepted, code])).toEqual([
      [false, 'own-team'],
      [true, undefined],
      [true, undefined],
    ]);
    expect(await Promise.all([audits[0]!, audits[6]!, audits[7]!].map(auditorOf))).toEqual([
      anna,
      otto,
      otto,
    ]);
    const head = await app.head();
    expect(answersOf(await move(moves, key))).toEqual(answersOf(answer));
    expect(await app.head()).toBe(head);
  });

  it('hands on only what is theirs', async () => {
    await move([{ audit: audits[6], to: otto }]);
    const again = answersOf(
      await move([
        { audit: audits[6], to: otto },
        { audit: randomUUID(), to: otto },
      ]),
    );
    expect(again.map(({ code }) => code)).toEqual(['not-theirs', 'not-theirs']);
  });

  it('needs a reason, in a code and in words', async () => {
    const moves = [{ audit: audits[6], to: otto }];
    for (const body of [
      { moves },
      { moves, reasonCode: 'absence' },
      { moves, reason: 'x' },
      { ...why, moves: [] },
    ]) {
      expect((await app.post(lead, at('reallocation'), body)).status).toBe(400);
    }
    const { body } = await app.post(lead, at('reallocation'), {
      moves,
      reasonCode: 'Not a code',
      reason: 'x',
    });
    expect((body['answers'] as unknown as readonly One[])[0]!.code).toBe('code-malformed');
    expect(await auditorOf(audits[6]!)).toBe(anna);
  });
});

describe('Whoever moderates and leaves', () => {
  it('hands on what they have still to moderate', async () => {
    const audit = audits[6]!;
    await gradeAudit(app.work, audit, otto);
    await app.work.done('person', anna, { type: 'GiveRoles', roles: ['auditor', 'moderator'] });
    await app.work.done('case-audit', audit, { type: 'AllocateModerator', moderator: mo });
    const left = await app.get(lead, `/v1/people/${mo}/reallocation-suggestion`);
    expect(left.body).toEqual({ cycles: [], moderating: [audit] });
    const body = { reasonCode: 'left', reason: 'Works elsewhere now.', moves: [{ audit, to: otto }] };
    const at = `/v1/people/${mo}/reallocation`;
    expect(answersOf(await app.post(lead, at, body))[0]).toMatchObject({
      accepted: false,
      code: 'own-audit',
    });
    await record(anna, 'capacity', { audits: 0, from: DAY });
    const toAnna = { ...body, moves: [{ audit, to: anna }] };
    expect(answersOf(await app.post(lead, at, toAnna))[0]).toMatchObject({
      ...{ accepted: true, warnings: [] },
    });
    const { state } = await app.work.gateway.lookups.streams.load(app.work.authority, 'case-audit', audit);
    expect(state).toMatchObject({ auditor: otto, moderator: anna });
  });
});
