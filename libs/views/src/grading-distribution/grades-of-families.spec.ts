import { describe, expect, it } from '@jest/globals';
import type { Grade } from '#audit-cycle';
import { gradedAudit } from '../testing.js';
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

  it.each([
    ['n=0', []],
    ['no-family-known', tens((n) => graded(n, 'good', null))],
    ['one-cluster', tens((n) => graded(n, 'good', 'family'))],
  ])('have no interval: %s', (reason, cases) => {
    expect(gradesOfFamilies(cases, NO_LIMIT)).toMatchObject({ designEffect: null, interval95: null, reason });
  });
});
