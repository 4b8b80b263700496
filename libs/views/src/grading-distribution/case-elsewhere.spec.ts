import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { COHORTS, GRADES } from '#audit-cycle';
import { idOf } from '../testing.js';
import { ELSEWHERE_GROUPINGS, figureElsewhere, type CaseElsewhere } from './case-elsewhere.js';

const elsewhere = (n: number, changes: Partial<CaseElsewhere>): CaseElsewhere => ({
  ...{
    id: idOf('case-audit', n),
    audit: idOf('case-audit', n),
    cycle: idOf('cycle', 1),
    child: `child-${n}`,
  },
  ...{ cohort: 'in-care', team: 'North', area: null, outcome: 'good', missing: null },
  ...changes,
});

describe('grades that other views know', () => {
  it('have the rows of every distribution, what is missing and why, and the withdrawn apart', () => {
    const figure = figureElsewhere('external', [
      elsewhere(1, {}),
      elsewhere(2, { outcome: 'in-progress', missing: 'not-compared-yet' }),
      elsewhere(3, { outcome: 'withdrawn', team: 'South' }),
    ]);
    expect(figure).toMatchObject({
      ...{ stage: 'external', total: 2, graded: 1, inProgress: 1, withdrawn: 1, withdrawnAfterGrading: 0 },
      missing: [{ reason: 'not-compared-yet', n: 1 }],
      goodOrBetter: { n: 1, of: 1, boundsOfAll: [50, 100] },
    });
    expect(figure.groups).toBeUndefined();
  });

  it('are none, with reasons, where there is no case', () => {
    expect(figureElsewhere('re-audit', []).goodOrBetter).toMatchObject({ percent: null, reason: 'n=0' });
  });

  it('add up in groups, whatever they are', () => {
    const some = fc.array(
      fc.record({
        cohort: fc.constantFrom(...COHORTS),
        team: fc.constantFrom('North', 'South', null),
        area: fc.constantFrom('west', null),
        outcome: fc.constantFrom(...GRADES, 'in-progress', 'no-grade-recorded', 'withdrawn'),
      }),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(some, fc.constantFrom(...ELSEWHERE_GROUPINGS), (all, by) => {
        const figure = figureElsewhere(
          're-audit',
          all.map((changes, n) => elsewhere(n, changes)),
          by,
        );
        expect(figure.total + figure.withdrawn).toBe(all.length);
        for (const count of ['total', 'graded', 'inProgress', 'noGradeRecorded', 'withdrawn'] as const)
          expect(figure.groups?.reduce((sum, group) => sum + group[count], 0)).toBe(figure[count]);
      }),
      { seed: 20210408, numRuns: 200 },
    );
  });
});
