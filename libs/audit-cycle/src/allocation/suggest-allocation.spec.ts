import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { conflictOfInterest } from '../person/independence.js';
import { nobodyYet, type PersonState } from '../person/state.js';
import { peopleOf } from '../testing/people.js';
import { addDays } from '../vocabulary/calendar.js';
import type { AllocationRequest, AllocationSuggestion, CaseToPlace } from './allocation-request.js';
import { capacityOn } from './availability.js';
import { suggestAllocation } from './suggest-allocation.js';

const TODAY = '2026-04-13';
const DAYS = ['2026-04-14', '2026-04-15', '2026-04-16', '2026-04-17', '2026-04-20'];
const DUE = '2026-04-20';

const auditor: PersonState = { ...nobodyYet, joined: '2020-01-01', roles: ['auditor'] };
const caseOf = (audit: string, more: Partial<CaseToPlace> = {}): CaseToPlace => ({
  ...{ audit, child: `child-${audit}`, team: 'North', worker: null, asAt: '2026-03-31' },
  ...{ family: null, barred: [] },
  ...more,
});
const load = (id: string, audits = 0, families: readonly string[] = []) => ({
  auditor: id,
  audits,
  families,
});

const request = (
  cases: readonly CaseToPlace[],
  people: Readonly<Record<string, PersonState>>,
  loads = Object.keys(people).map((id) => load(id)),
  capacity = 8,
): AllocationRequest => ({
  ...{ cases, auditors: loads, people: peopleOf(new Map(Object.entries(people))) },
  ...{ today: TODAY, days: DAYS, capacity },
});
const pairsOf = ({ pairs }: AllocationSuggestion): Record<string, string> =>
  Object.fromEntries(pairs.map(({ audit, auditor: to }) => [audit, to]));

describe('Whom nobody suggests', () => {
  const obstacles: [string, Partial<PersonState>, Partial<CaseToPlace>][] = [
    ['person-not-here', { left: '2026-04-12' }, {}],
    ['role-missing', { roles: ['moderator'] }, {}],
    ['barred', {}, { barred: ['ann'] }],
    ['own-case', {}, { worker: 'ann' }],
    ['own-team', { memberships: [{ team: 'north', from: '2020-01-01', to: null }] }, {}],
    ['registered-conflict', { conflicts: [{ child: 'child-1', relationship: 'personal' }] }, {}],
    ['absent', { absences: [{ from: '2026-04-14', to: DUE }] }, {}],
    ['agency-ended', { agencyEndsOn: '2026-04-19' }, {}],
    ['over-capacity', { capacities: [{ audits: 0, from: TODAY }] }, {}],
  ];

  it.each(obstacles)('is said with why: %s', (code, person, work) => {
    const asked = request([caseOf('1', work)], { ann: { ...auditor, ...person } });
    expect(suggestAllocation(asked)).toEqual({
      pairs: [],
      unplaced: [{ audit: '1', reasons: [{ auditor: 'ann', code }] }],
    });
  });

  it('says so of every auditor, and of a cycle without auditors', () => {
    const busy = { ...auditor, capacities: [{ audits: 0, from: TODAY }] };
    const asked = request([caseOf('1', { barred: ['bob'] })], { bob: auditor, ann: busy });
    expect(suggestAllocation(asked).unplaced[0]!.reasons).toEqual([
      { auditor: 'ann', code: 'over-capacity' },
      { auditor: 'bob', code: 'barred' },
    ]);
    expect(suggestAllocation(request([caseOf('1')], {})).unplaced).toEqual([{ audit: '1', reasons: [] }]);
  });

  it('is nobody who stands above the worker', () => {
    const worker = { ...nobodyYet, managers: [{ manager: 'ann', from: '2020-01-01', to: null }] };
    const people = { ann: auditor, bob: auditor, wim: worker };
    const asked = request([caseOf('1', { worker: 'wim' })], people, [load('ann'), load('bob', 5)]);
    expect(pairsOf(suggestAllocation(asked))).toEqual({ '1': 'bob' });
  });
});

describe('A family', () => {
  const people = { ann: auditor, bob: auditor };

  it('goes to one auditor', () => {
    const cases = ['1', '2', '3'].map((audit) => caseOf(audit, { family: 'f' }));
    expect(pairsOf(suggestAllocation(request([...cases, caseOf('4')], people)))).toEqual({
      ...{ '1': 'ann', '2': 'ann', '3': 'ann' },
      '4': 'bob',
    });
  });

  it('goes to whoever has a case of it already, though others have less', () => {
    const asked = request([caseOf('1', { family: 'f' })], people, [load('ann'), load('bob', 3, ['f'])]);
    expect(pairsOf(suggestAllocation(asked))).toEqual({ '1': 'bob' });
  });

  it('goes to somebody else where whoever knows it cannot take it', () => {
    const asked = request([caseOf('1', { family: 'f' })], people, [load('ann'), load('bob', 8, ['f'])]);
    expect(pairsOf(suggestAllocation(asked))).toEqual({ '1': 'ann' });
  });

  it('is split where nobody can take all of it, or a case would be left over', () => {
    const three = ['1', '2', '3'].map((audit) => caseOf(audit, { family: 'f' }));
    expect(Object.keys(pairsOf(suggestAllocation(request(three, people, undefined, 2))))).toHaveLength(3);
    const two = three.slice(0, 2);
    const forAnnAlone = caseOf('4', { barred: ['bob'] });
    const rooms = [load('ann', 6), load('bob', 7)];
    const placed = pairsOf(suggestAllocation(request([...two, forAnnAlone], people, rooms)));
    expect(placed['4']).toBe('ann');
    expect([placed['1'], placed['2']].sort()).toEqual(['ann', 'bob']);
  });
});

const IDS = ['ann', 'bob', 'cat', 'dan', 'eve'];
const day = fc.integer({ min: -20, max: 20 }).map((days) => addDays(TODAY, days));
const anyPerson: fc.Arbitrary<PersonState> = fc
  .record({
    roles: fc.constantFrom(['auditor'] as const, ['auditor'] as const, ['moderator'] as const),
    left: fc.option(day, { nil: null, freq: 1 }),
    memberships: fc.array(
      fc.record({ team: fc.constantFrom('North', 'East', 'East', 'East'), from: day, to: fc.option(day) }),
      {
        maxLength: 1,
      },
    ),
    managers: fc.array(fc.record({ manager: fc.constantFrom(...IDS), from: day, to: fc.option(day) }), {
      maxLength: 1,
    }),
    conflicts: fc.array(
      fc.record({
        child: fc.constantFrom('child-0', 'child-1'),
        relationship: fc.constant('personal' as const),
      }),
      { maxLength: 1 },
    ),
    capacities: fc.array(fc.record({ audits: fc.nat(5), from: day }), { maxLength: 2 }),
    absences: fc.array(
      fc.record({ from: day, to: fc.option(day, { freq: 2 }), kind: fc.constant('leave' as const) }),
      {
        maxLength: 2,
      },
    ),
    agencyEndsOn: fc.option(day, { nil: null, freq: 1 }),
  })
  .map((more) => ({ ...nobodyYet, joined: '2020-01-01', ...more }));
const anyRequest: fc.Arbitrary<AllocationRequest> = fc
  .record({
    people: fc.array(anyPerson, { minLength: 5, maxLength: 5 }),
    loads: fc.array(fc.tuple(fc.nat(4), fc.subarray(['f', 'g'])), { minLength: 5, maxLength: 5 }),
    capacity: fc.integer({ min: 2, max: 8 }),
    cases: fc.array(
      fc.record({
        team: fc.constantFrom('North', 'South', null),
        worker: fc.constantFrom(...IDS, null),
        family: fc.constantFrom('f', 'g', null),
        barred: fc.subarray(IDS, { maxLength: 1 }),
      }),
      { maxLength: 12 },
    ),
  })
  .map(({ people, loads, capacity, cases }) =>
    request(
      cases.map((one, n) => caseOf(String(n), one)),
      Object.fromEntries(IDS.map((id, n) => [id, people[n]!])),
      IDS.map((id, n) => load(id, loads[n]![0], loads[n]![1])),
      capacity,
    ),
  );

describe('Whatever is asked, a suggestion', () => {
  it('names each case once, in one of its two lists', () => {
    fc.assert(
      fc.property(anyRequest, (asked) => {
        const { pairs, unplaced } = suggestAllocation(asked);
        const named = [...pairs, ...unplaced].map(({ audit }) => audit).sort();
        expect(named).toEqual(asked.cases.map(({ audit }) => audit).sort());
      }),
    );
  });

  it('names nobody who may not judge the case, is away for all of it, is gone by then, or has as much as they can', () => {
    let placed = 0;
    fc.assert(
      fc.property(anyRequest, (asked) => {
        const { pairs } = suggestAllocation(asked);
        placed += pairs.length;
        for (const { audit, auditor: to } of pairs) {
          const work = asked.cases.find((one) => one.audit === audit)!;
          const person = asked.people.find(to)!;
          expect(work.barred).not.toContain(to);
          expect(person.roles).toContain('auditor');
          expect(conflictOfInterest(to, work, asked.people, TODAY)).toBeNull();
          expect((person.left ?? TODAY) >= TODAY && (person.agencyEndsOn ?? DUE) >= DUE).toBe(true);
          const there = DAYS.filter((on) =>
            person.absences.every(({ from, to: until }) => on < from || (until !== null && on > until)),
          );
          expect(there).not.toEqual([]);
        }
        for (const { auditor: to, audits } of asked.auditors) {
          const more = pairs.filter((pair) => pair.auditor === to).length;
          const most = capacityOn(asked.people.find(to)!, TODAY, asked.capacity);
          expect(more === 0 || audits + more <= most).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
    expect(placed).toBeGreaterThan(300);
  });

  it('leaves no case to which somebody with room could have been given', () => {
    fc.assert(
      fc.property(anyRequest, (asked) => {
        const { pairs, unplaced } = suggestAllocation(asked);
        for (const { reasons } of unplaced) {
          for (const { auditor: to } of reasons.filter(({ code }) => code === 'over-capacity')) {
            const more = pairs.filter((pair) => pair.auditor === to).length;
            const { audits } = asked.auditors.find((one) => one.auditor === to)!;
            const most = capacityOn(asked.people.find(to)!, TODAY, asked.capacity);
            expect(audits + more).toBeGreaterThanOrEqual(most);
          }
        }
      }),
    );
  });

  it('gives nobody two more than somebody with room who could have taken one of those cases, families apart', () => {
    fc.assert(
      fc.property(anyRequest, (asked) => {
        const alone = { ...asked, cases: asked.cases.map((one) => ({ ...one, family: null })) };
        const { pairs } = suggestAllocation(alone);
        const loadOf = (id: string): number =>
          alone.auditors.find((one) => one.auditor === id)!.audits +
          pairs.filter((pair) => pair.auditor === id).length;
        for (const { audit, auditor: to } of pairs) {
          const only = alone.cases.filter((one) => one.audit === audit);
          for (const other of alone.auditors.filter((one) => one.auditor !== to)) {
            const now = { ...other, audits: loadOf(other.auditor) };
            const could = suggestAllocation({ ...alone, cases: only, auditors: [now] }).pairs.length === 1;
            expect(could && loadOf(to) - loadOf(other.auditor) > 1).toBe(false);
          }
        }
      }),
    );
  });

  it('places as many as it would without regard to families', () => {
    fc.assert(
      fc.property(anyRequest, (asked) => {
        const alone = { ...asked, cases: asked.cases.map((one) => ({ ...one, family: null })) };
        expect(suggestAllocation(asked).pairs).toHaveLength(suggestAllocation(alone).pairs.length);
      }),
    );
  });

  it('is the same for the same question, in whatever order it is asked', () => {
    fc.assert(
      fc.property(anyRequest, fc.infiniteStream(fc.nat()), (asked, numbers) => {
        const shuffled = <One>(all: readonly One[]): One[] =>
          all
            .map((one) => [numbers.next().value as number, one] as const)
            .sort(([one], [other]) => one - other)
            .map(([, one]) => one);
        const again = {
          ...asked,
          cases: shuffled(asked.cases),
          auditors: shuffled(asked.auditors),
        };
        expect(suggestAllocation(again)).toEqual(suggestAllocation(asked));
      }),
    );
  });
});
