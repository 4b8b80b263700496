import { describe, expect, it } from '@jest/globals';
import type { Grade } from '#audit-cycle';
import { gradedAudit, idOf } from '../testing.js';
import type { CountedGrade } from './counted-grades.js';
import { gradesOfFamilies } from './grades-of-families.js';

const graded = (n: number, grade: Grade, family: string | null): CountedGrade => ({
  audit: gradedAudit(n, { family }),
  grade,
});
const NO_LIMIT = { basis: 'no-limit', listed: null } as const;
const tens = (of: (n: number) => CountedGrade): readonly CountedGrade[] =>
  Array.from({ length: 30 }, (_, n) => of(n));

describe('grades of children of the same families', () => {
  it('say as much as one case of each family where its children are graded alike', () => {
    const cases = tens((n) => graded(n, n < 15 ? 'good' : 'inadequate', `family-${Math.floor(n / 3)}`));
    expect(gradesOfFamilies(cases, NO_LIMIT)).toEqual({
      ...{ basis: 'no-limit', n: 30, familyKnown: 30, withSeveral: 10 },
      ...{ designEffect: 3.33, interval95: [22.7, 77.3] },
    });
    const whole = gradesOfFamilies(cases, { basis: 'finite-population', listed: 30 });
    expect(whole).toMatchObject({ basis: 'finite-population', interval95: [50, 50] });
  });

  it('take a case without a family for a family of its own', () => {
    const cases = tens((n) => graded(n, n % 2 ? 'good' : 'inadequate', n < 2 ? 'family' : null));
    expect(gradesOfFamilies(cases, NO_LIMIT)).toMatchObject({ n: 30, familyKnown: 2, withSeveral: 1 });
  });

  it('take a child who is graded in several cycles for one family, also where one list alone names it', () => {
    const twice = tens((n) => ({
      audit: gradedAudit(n, {
        ...{ child: `child-${n % 15}`, cycle: idOf('cycle', n < 15 ? 1 : 2) },
        family: n % 15 < 2 && n < 15 ? 'family' : null,
      }),
      grade: n % 15 < 8 ? 'good' : 'inadequate',
    }));
    expect(gradesOfFamilies(twice, NO_LIMIT)).toMatchObject({ familyKnown: 4, withSeveral: 14 });
    const alone = twice.map(({ audit, grade }) => ({ audit: { ...audit, family: null }, grade }));
    expect(gradesOfFamilies(alone, NO_LIMIT)).toMatchObject({ familyKnown: 0, designEffect: 2.14 });
  });

  it.each([
    ['n=0', []],
    ['no-family-known', tens((n) => graded(n, 'good', null))],
    ['one-cluster', tens((n) => graded(n, 'good', 'family'))],
  ])('have no interval: %s', (reason, cases) => {
    expect(gradesOfFamilies(cases, NO_LIMIT)).toMatchObject({ designEffect: null, interval95: null, reason });
  });
});
