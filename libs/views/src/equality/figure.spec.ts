import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  ACTION_STATUSES,
  CHARACTERISTIC_GROUPS,
  CHARACTERISTICS,
  DEFAULT_POLICY,
  GRADES,
  WITHDRAWAL_REASONS,
  type Characteristics,
  type CharacteristicsList,
  type Grade,
} from '#audit-cycle';
import { completionFigure } from '../action-completion/figure.js';
import type { TrackedActionOfAudit } from '../action-completion/rows.js';
import { gradingFigure } from '../grading-distribution/figure.js';
import type { GradedAudit } from '../grading-distribution/rows.js';
import { isWithheld, type PublishedRow } from '../published-figures/published-table.js';
import { attackOnEquality } from '../testing/attack-on-equality.js';
import { gradedAudit } from '../testing/graded-audit.js';
import { idOf } from '../testing/history.js';
import { equalityFigures, type EqualityFigures } from './figure.js';

const TODAY = '2021-06-16';
const cycle = { fewest: DEFAULT_POLICY.figures };
const SEED = 20261122;

const action = (
  n: number,
  child: string,
  changes: Partial<TrackedActionOfAudit> = {},
): TrackedActionOfAudit => ({
  ...{ id: idOf('improvement-action', n), audit: idOf('case-audit', n), cycle: idOf('cycle', 1), child },
  ...{ measure: null, surgery: null },
  ...{ owner: idOf('person', 1), team: null, priority: 'high', kind: 'compliance', theme: null },
  ...{ lineOfEnquiry: null, due: TODAY, firstDue: TODAY, setAt: `${TODAY}T09:00:00.000Z`, status: 'open' },
  ...{ repeats: null, reportedDoneAt: null, doneOn: null, verifiedAt: null, verdict: null },
  ...{ verifiedBy: null, verificationMethod: null, impact: null, cancelledAt: null },
  ...changes,
});

const told = (child: string, groups: Partial<Characteristics> = {}): Characteristics & { child: string } => ({
  child,
  ...{ ethnicity: 'not-known', age: 'not-known', disability: 'not-known' },
  ...groups,
});
const listOf = (children: CharacteristicsList['children']): CharacteristicsList => ({
  asAt: '2021-03-31',
  children,
});

/** So many cases of each outcome for each ethnic group, in the order of the grades, none last. */
function casesOf(counts: Partial<Record<Characteristics['ethnicity'], readonly number[]>>): {
  audits: readonly GradedAudit[];
  list: CharacteristicsList;
} {
  const cases = Object.entries(counts).flatMap(([ethnicity, each]) =>
    [...GRADES, null].flatMap((finalGrade: Grade | null, index) =>
      Array.from({ length: each[index]! }, () => ({ ethnicity, finalGrade })),
    ),
  );
  return {
    audits: cases.map(({ finalGrade }, n) => gradedAudit(n, { finalGrade })),
    list: listOf(
      cases.map(({ ethnicity }, n) => told(`child-${n}`, { ethnicity } as Partial<Characteristics>)),
    ),
  };
}

const print = ({ groups }: EqualityFigures['grades']): unknown =>
  isWithheld(groups)
    ? '?'
    : groups.map(({ group, n, cells }) =>
        [group, ...cells.map(({ count }) => count), n].map((one) => (isWithheld(one) ? '?' : one)).join(' '),
      );

describe('grades and actions by a characteristic', () => {
  it('show every group, those nobody is in and those not known too, and withhold what is small with what gives it away', () => {
    const { audits, list } = casesOf({
      white: [6, 20, 9, 5, 0],
      asian: [5, 12, 6, 7, 0],
      black: [0, 2, 1, 0, 0],
      'not-known': [0, 8, 6, 0, 5],
    });
    const figures = equalityFigures({ cycle, audits, actions: [] }, list, 'ethnicity', TODAY);
    // All 92 were audited, so that 73 known ones would leave the 19 who are not.
    const known = { suppressed: true, reason: 'small-numbers' };
    expect(figures.list).toEqual({ asAt: '2021-03-31', children: 92, known });
    expect(print(figures.grades)).toEqual([
      'white 6 20 9 5 0 40',
      'mixed 0 0 0 0 0 0',
      'asian ? ? ? ? 0 30',
      'black ? ? ? ? ? ?',
      'other 0 0 0 0 0 0',
      'not-known 0 8 ? 0 ? ?',
    ]);
  });

  it('give the share of good and better, with its interval, where it tells nothing that is withheld', () => {
    const { audits, list } = casesOf({ white: [5, 18, 7, 0, 5], asian: [5, 5, 10, 0, 0] });
    const { grades } = equalityFigures({ cycle, audits, actions: [] }, list, 'ethnicity', TODAY);
    const [white] = grades.groups as readonly PublishedRow[];
    expect(white!.goodOrBetter).toEqual({ n: 23, of: 30, percent: 76.7, interval95: [59.1, 88.2] });
  });

  it.each([
    ['all are known of a row that is shown', { white: 20, 'not-known': 9 }, 0, 0, 20],
    ['a few are not known, and none of them was audited', { white: 20, asian: 9 }, 0, 3, 'withheld'],
    ['the row of those not known is withheld', { white: 20, asian: 9, 'not-known': 3 }, 9, 3, 'withheld'],
    ['any number of those audited could be known', { white: 20, asian: 9, 'not-known': 3 }, 90, 40, 119],
    ['a few who are not known were not audited', { white: 20, 'not-known': 9 }, 0, 2, 'withheld'],
  ])('say of how many children it is known unless that tells more: %s', (_, good, known, not, shown) => {
    const { audits, list } = casesOf(
      Object.fromEntries(Object.entries(good).map(([group, count]) => [group, [0, count, 0, 0, 0]])),
    );
    const more = (count: number, ethnicity: Characteristics['ethnicity']): CharacteristicsList['children'] =>
      Array.from({ length: count }, (__, n) => told(`${ethnicity}-${n}`, { ethnicity }));
    const children = [...list.children, ...more(known, 'white'), ...more(not, 'not-known')];
    const figures = equalityFigures({ cycle, audits, actions: [] }, listOf(children), 'ethnicity', TODAY);
    expect(isWithheld(figures.list.known) ? 'withheld' : figures.list.known).toBe(shown);
  });

  it('show no action of a group whose number of cases is withheld, however many it has', () => {
    const { audits, list } = casesOf({
      white: [0, 30, 0, 0, 0],
      asian: [0, 20, 0, 0, 0],
      other: [0, 2, 0, 0, 0],
    });
    const ofChild = (n: number, count: number): readonly TrackedActionOfAudit[] =>
      Array.from({ length: count }, (_, index) => action(n * 100 + index, `child-${n}`));
    const actions = [...ofChild(0, 9), ...ofChild(30, 8), ...ofChild(50, 11)];
    const figures = equalityFigures({ cycle, audits, actions }, list, 'ethnicity', TODAY);
    const rows = new Map<string | null, unknown>();
    for (const { group, n } of figures.actions.groups as readonly PublishedRow[]) rows.set(group, n);
    expect(isWithheld(rows.get('other'))).toBe(true);
    expect([...rows.values()].filter(isWithheld).length).toBeGreaterThanOrEqual(2);
    expect(figures.actions.whole).toMatchObject({ n: 28, open: 28 });
  });

  it('count a child whom the list does not tell of as not known', () => {
    const { audits } = casesOf({ white: [0, 9, 0, 0, 0] });
    const figures = equalityFigures({ cycle, audits, actions: [] }, listOf([]), 'age', TODAY);
    expect(figures.list.known).toBe(0);
    expect((figures.grades.groups as readonly PublishedRow[]).at(-1)).toMatchObject({
      group: 'not-known',
      n: 9,
    });
  });
});

const CASES = fc.array(
  fc.record({
    finalGrade: fc.constantFrom<(Grade | null)[]>('good', 'good', 'good', ...GRADES, null),
    withdrawn: fc.oneof({ weight: 9, arbitrary: fc.constant(null) }, fc.constantFrom(...WITHDRAWAL_REASONS)),
    ethnicity: fc.constantFrom('white', 'white', 'white', ...CHARACTERISTIC_GROUPS.ethnicity),
    age: fc.constantFrom(...CHARACTERISTIC_GROUPS.age),
    disability: fc.constantFrom('no', 'no', ...CHARACTERISTIC_GROUPS.disability),
    actions: fc.array(
      fc.record({ status: fc.constantFrom(...ACTION_STATUSES), due: fc.constantFrom('2021-06-01', TODAY) }),
      { maxLength: 2 },
    ),
  }),
  { maxLength: 45 },
);

const counts = ({ cells }: PublishedRow): readonly (number | null)[] =>
  cells.map(({ count }) => (isWithheld(count) ? null : count));

const madeOf = (cases: typeof CASES extends fc.Arbitrary<infer Made> ? Made : never) => {
  const audits = cases.map(({ finalGrade, withdrawn }, n) => gradedAudit(n, { finalGrade, withdrawn }));
  const list = listOf(cases.map((one, n) => ({ ...one, child: `child-${n}` })));
  const actions = cases.flatMap((one, n) =>
    one.actions.map((each, nth) => action(n * 10 + nth, `child-${n}`, each)),
  );
  return { audits, list, actions };
};

describe('whatever a cycle is like, its figures by a characteristic', () => {
  it('add up to those of the cycle, and say nothing that is not so or that is small', () => {
    fc.assert(
      fc.property(CASES, fc.constantFrom(...CHARACTERISTICS), (cases, characteristic) => {
        const { audits, list, actions } = madeOf(cases);
        const figures = equalityFigures({ cycle, audits, actions }, list, characteristic, TODAY);
        const whole = gradingFigure(audits, () => true, 'final');
        expect(counts(figures.grades.whole)).toEqual(whole.rows.map(({ n }) => n));
        expect(figures.grades.whole.n).toBe(whole.total);
        const done = completionFigure(actions, TODAY);
        expect(figures.actions.whole).toMatchObject({ n: done.set, open: done.open });
        expect(counts(figures.actions.whole)).toEqual([
          ...[done.open - done.overdue, done.overdue, done.reportedDone],
          ...[done.verifiedDone + done.verifiedPartly + done.verifiedNotDone, done.cancelled],
        ]);
        const { groups } = figures.grades;
        if (isWithheld(groups)) {
          expect(figures.actions.groups).toEqual(groups);
          return;
        }
        for (const row of groups) {
          const own = audits.filter(
            ({ withdrawn }, n) => withdrawn === null && cases[n]![characteristic] === row.group,
          );
          for (const [kind, shown] of counts(row).entries())
            if (shown !== null)
              expect(shown).toBe(
                own.filter(({ finalGrade }) => finalGrade === [...GRADES, null][kind]).length,
              );
        }
        const ofActions = figures.actions.groups;
        const rows = [...groups, ...(isWithheld(ofActions) ? [] : (ofActions as readonly PublishedRow[]))];
        for (const row of rows)
          for (const shown of [...counts(row), row.n])
            if (typeof shown === 'number')
              expect(shown === 0 || shown >= cycle.fewest.fewestPublished).toBe(true);
        if (isWithheld(ofActions)) return;
        // A group whose cases are withheld shows actions only where such groups have none, which the others tell anyway.
        for (const [at, { n }] of groups.entries())
          if (isWithheld(n)) expect([0, true]).toContain(isWithheld(ofActions[at]!.n) || ofActions[at]!.n);
      }),
      { seed: SEED, numRuns: 150 },
    );
  });

  it('let nobody who has them for all characteristics narrow a count that is withheld to one', () => {
    let withheld = 0;
    fc.assert(
      fc.property(CASES, (cases) => {
        const { audits, list, actions } = madeOf(cases);
        const found = attackOnEquality(
          CHARACTERISTICS.map((one) => equalityFigures({ cycle, audits, actions }, list, one, TODAY)),
        );
        for (const { name, smallest, largest, fromTotals } of found) {
          const spread = Math.min(cycle.fewest.fewestPublished - 1, fromTotals[1] - fromTotals[0]);
          expect([name, largest - smallest >= spread]).toEqual([name, true]);
        }
        withheld += found.length;
      }),
      { seed: SEED, numRuns: 30 },
    );
    expect(withheld).toBeGreaterThan(300);
  });
});
