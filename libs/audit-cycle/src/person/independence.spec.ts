import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../vocabulary/calendar.js';
import { peopleOf } from '../testing/people.js';
import { RELATIONSHIPS } from './events.js';
import { conflictOfInterest, type SubjectOfJudgement } from './independence.js';
import { lookedUp } from './people.js';
import { nobodyYet, type PersonState } from './state.js';

const AS_AT = '2021-03-31';
const TODAY = '2021-05-20';
const subject: SubjectOfJudgement = { child: '1001', team: 'East', worker: 'worker', asAt: AS_AT };

const known = (people: Readonly<Record<string, Partial<PersonState>>>) =>
  peopleOf(
    new Map(
      Object.entries({ auditor: {}, worker: {}, ...people }).map(([id, state]) => [
        id,
        { ...nobodyYet, joined: '2019-01-01', ...state },
      ]),
    ),
  );
const judged = (people: Readonly<Record<string, Partial<PersonState>>>, of = subject) =>
  conflictOfInterest('auditor', of, known(people), TODAY);

const managedBy = (manager: string, from = '2019-01-01', to: string | null = null) => ({
  managers: [{ manager, from, to }],
});
const ofEast = (from: string, to: string | null) => ({ memberships: [{ team: 'East', from, to }] });

describe('independence', () => {
  it('holds for somebody without ties to the child, the worker or the team', () => {
    expect(judged({})).toBeNull();
  });

  it('is missing in the worker of the child', () => {
    expect(judged({}, { ...subject, worker: 'auditor' })).toBe('own-case');
  });

  it("is missing in the worker's line manager", () => {
    expect(judged({ worker: managedBy('auditor') })).toBe('supervises-worker');
  });

  it('is missing at any link upwards', () => {
    expect(
      judged({ worker: managedBy('a'), a: managedBy('b'), b: managedBy('c'), c: managedBy('auditor') }),
    ).toBe('supervises-worker');
  });

  it('is missing in each of two line managers', () => {
    const worker = { managers: [...managedBy('a').managers, ...managedBy('auditor').managers] };
    expect(judged({ worker, a: {} })).toBe('supervises-worker');
  });

  it('holds for somebody whom the worker manages', () => {
    expect(judged({ auditor: managedBy('worker') })).toBeNull();
  });

  it('ends even where the line runs in a circle', () => {
    expect(judged({ worker: managedBy('a'), a: managedBy('b'), b: managedBy('worker') })).toBeNull();
    expect(
      judged({
        worker: managedBy('a'),
        a: { managers: [...managedBy('a').managers, ...managedBy('auditor').managers] },
      }),
    ).toBe('supervises-worker');
  });

  it('is missing in a member of the team of the child', () => {
    expect(judged({ auditor: ofEast('2019-01-01', null) })).toBe('own-team');
  });

  it.each(['East ', 'EAST', ' east', 'E\u0061st', 'East\u00a0'])(
    'is missing in a member of the team whose name is written %j',
    (team) => {
      expect(judged({ auditor: { memberships: [{ team, from: '2019-01-01', to: null }] } })).toBe('own-team');
      expect(judged({ auditor: ofEast('2019-01-01', null) }, { ...subject, team })).toBe('own-team');
    },
  );

  it('is missing in a member whose team is written with combining letters', () => {
    const member = { memberships: [{ team: 'Cafe\u0301  Two', from: '2019-01-01', to: null }] };
    expect(judged({ auditor: member }, { ...subject, team: 'caf\u00e9 two' })).toBe('own-team');
  });

  it('holds for a member of another team, and where the team is not known', () => {
    expect(judged({ auditor: { memberships: [{ team: 'West', from: '2019-01-01', to: null }] } })).toBeNull();
    expect(judged({ auditor: ofEast('2019-01-01', null) }, { ...subject, team: null })).toBeNull();
  });

  it.each(RELATIONSHIPS)('is missing where a tie as %s is registered', (relationship) => {
    expect(judged({ auditor: { conflicts: [{ child: '1001', relationship }] } })).toBe('registered-conflict');
    expect(judged({ auditor: { conflicts: [{ child: '1002', relationship }] } })).toBeNull();
  });

  it('names the nearest tie first', () => {
    const everything: Partial<PersonState> = {
      ...ofEast('2019-01-01', null),
      conflicts: [{ child: '1001', relationship: 'personal' }],
    };
    expect(judged({ auditor: everything, worker: managedBy('auditor') })).toBe('supervises-worker');
    expect(judged({ auditor: everything })).toBe('own-team');
  });
});

describe('from the as-at date until today, both included', () => {
  it.each<[string, string | null, string | null, string]>([
    ['2019-01-01', '2021-03-30', null, 'ended the day before'],
    ['2019-01-01', '2021-03-31', 'tied', 'ended on the as-at date'],
    ['2021-04-15', '2021-04-20', 'tied', 'was since'],
    ['2021-05-20', null, 'tied', 'began today'],
    ['2021-05-21', null, null, 'begins tomorrow'],
    ['2019-01-01', '2030-01-01', 'tied', 'spans it all'],
  ])('a tie from %s to %s makes %s: it %s', (from, to, tied) => {
    expect(judged({ auditor: ofEast(from, to) })).toBe(tied && 'own-team');
    expect(judged({ worker: managedBy('auditor', from, to) })).toBe(tied && 'supervises-worker');
    expect(judged({ worker: managedBy('a'), a: managedBy('auditor', from, to) })).toBe(
      tied && 'supervises-worker',
    );
  });

  it('the as-at date counts even when it lies after today', () => {
    const later = { ...subject, asAt: '2021-06-30' };
    expect(judged({ auditor: ofEast('2021-06-30', null) }, later)).toBe('own-team');
    expect(judged({ auditor: ofEast('2021-07-01', null) }, later)).toBeNull();
  });
});

describe('what is not known', () => {
  const everybody = new Map(
    Object.entries({
      auditor: nobodyYet,
      worker: { ...nobodyYet, ...managedBy('a') },
      a: { ...nobodyYet, ...managedBy('b') },
      b: { ...nobodyYet, ...managedBy('worker') },
    }),
  );

  it.each([...everybody.keys()])('is not independence: without %s nothing is decided', (id) => {
    const without = peopleOf(new Map([...everybody].filter(([other]) => other !== id)));
    expect(() => conflictOfInterest('auditor', subject, without, TODAY)).toThrow(`Not looked up: ${id}`);
    expect(() => lookedUp(without, id)).toThrow(`Not looked up: ${id}`);
  });

  it('is nothing once the person, the worker and the whole line are looked up', () => {
    expect(conflictOfInterest('auditor', subject, peopleOf(everybody), TODAY)).toBeNull();
  });

  it('is not asked about a worker where none is known', () => {
    const alone = peopleOf(new Map([['auditor', nobodyYet]]));
    expect(conflictOfInterest('auditor', { ...subject, worker: null }, alone, TODAY)).toBeNull();
  });
});

describe('one more relation', () => {
  const ids = ['auditor', 'worker', 'a', 'b', 'c'];
  const id = fc.constantFrom(...ids);
  const day = fc.integer({ min: 0, max: 300 }).map((days) => addDays('2020-10-01', days));
  const span = fc
    .tuple(day, fc.option(fc.integer({ min: 0, max: 200 })))
    .map(([from, days]) => ({ from, to: days === null ? null : addDays(from, days) }));
  const team = fc.constantFrom('East', 'West');
  const child = fc.constantFrom('1001', '1002');
  const relation = fc.oneof(
    fc.record({ of: id, membership: fc.tuple(team, span) }),
    fc.record({ of: id, line: fc.tuple(id, span) }),
    fc.record({ of: id, conflict: fc.tuple(child, fc.constantFrom(...RELATIONSHIPS)) }),
  );
  type Relation = typeof relation extends fc.Arbitrary<infer One> ? One : never;

  const peopleWith = (relations: readonly Relation[]) =>
    peopleOf(
      new Map(
        ids.map((each) => {
          const own = relations.filter(({ of }) => of === each);
          return [
            each,
            {
              ...nobodyYet,
              memberships: own.flatMap((one) =>
                'membership' in one ? [{ team: one.membership[0], ...one.membership[1] }] : [],
              ),
              managers: own.flatMap((one) =>
                'line' in one ? [{ manager: one.line[0], ...one.line[1] }] : [],
              ),
              conflicts: own.flatMap((one) =>
                'conflict' in one ? [{ child: one.conflict[0], relationship: one.conflict[1] }] : [],
              ),
            },
          ];
        }),
      ),
    );

  it('never takes a conflict away', () => {
    let tied = 0;
    fc.assert(
      fc.property(fc.array(relation, { maxLength: 12 }), relation, day, (relations, more, today) => {
        const before = conflictOfInterest('auditor', subject, peopleWith(relations), today);
        const after = conflictOfInterest('auditor', subject, peopleWith([...relations, more]), today);
        if (before !== null) tied += 1;
        expect(before !== null && after === null).toBe(false);
      }),
      { numRuns: 500 },
    );
    expect(tied).toBeGreaterThan(20);
  });

  it('matters only where it is somebody above the worker, in the team, or tied to the child', () => {
    fc.assert(
      fc.property(fc.array(relation, { maxLength: 12 }), (relations) => {
        const elsewhere = relations.filter(
          (one) =>
            !('line' in one && one.line[0] === 'auditor') &&
            !('membership' in one && one.of === 'auditor' && one.membership[0] === 'East') &&
            !('conflict' in one && one.of === 'auditor' && one.conflict[0] === '1001'),
        );
        expect(conflictOfInterest('auditor', subject, peopleWith(elsewhere), TODAY)).toBeNull();
      }),
    );
  });
});
