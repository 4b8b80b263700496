import { describe, expect, it } from '@jest/globals';
import type { Cohort } from '#audit-cycle';
import { gradedAudit } from '../testing.js';
import { listBehind } from './list-behind.js';
import type { GradedAudit } from './rows.js';

/** Two of five and three of a hundred, in strata that are cohorts. */
const drawn = (changes: Partial<GradedAudit> = {}): readonly GradedAudit[] =>
  [1, 2, 3, 4, 5].map((n) => {
    const stratum: Cohort = n <= 2 ? 'in-care' : 'child-in-need';
    return gradedAudit(n, { stratum, cohort: stratum, probability: n <= 2 ? 2 / 5 : 3 / 100, ...changes });
  });

describe('the list behind audits', () => {
  it('is as long as their chances of being drawn say', () => {
    expect(listBehind(drawn(), {})).toEqual({ basis: 'finite-population', listed: 105 });
    expect(listBehind(drawn({ probability: 1 }), {})).toEqual({ basis: 'finite-population', listed: 5 });
    expect(listBehind([], {})).toEqual({ basis: 'finite-population', listed: 0 });
  });

  it('does not hold cases like those that were withdrawn', () => {
    const [first, ...others] = drawn();
    const audits = [{ ...first!, withdrawn: 'child-died' } as const, ...others];
    expect(listBehind(audits, {}).listed).toBe(103);
  });

  it('has a known number of a cohort where cohorts are strata, and of no team and no area', () => {
    const inCare = drawn().slice(0, 2);
    expect(listBehind(inCare, { cohort: 'in-care' })).toEqual({ basis: 'finite-population', listed: 5 });
    const noLimit = { basis: 'no-limit', listed: null };
    expect(listBehind(drawn({ stratum: 'contact' }), { cohort: 'in-care' })).toEqual(noLimit);
    expect(listBehind(drawn(), { team: 'North' })).toEqual(noLimit);
    expect(listBehind(drawn(), { area: 'west' })).toEqual(noLimit);
  });
});
