import { describe, expect, it } from '@jest/globals';
import type { Grade } from '#audit-cycle';
import { gradedAudit } from '../testing.js';
import type { CountedGrade } from './counted-grades.js';
import { weightedGrades } from './weighted-grades.js';

const graded = (times: number, grade: Grade, probability: number): readonly CountedGrade[] =>
  Array.from({ length: times }, (_, n) => ({ audit: gradedAudit(n, { probability }), grade }));
const NO_LIMIT = { basis: 'no-limit', listed: null } as const;

describe('grades of strata that were drawn with different chances', () => {
  it('count by what each case stands for', () => {
    const cases = [
      ...graded(15, 'good', 0.5),
      ...graded(5, 'inadequate', 0.5),
      ...graded(2, 'outstanding', 0.0625),
      ...graded(8, 'requires-improvement', 0.0625),
    ];
    expect(weightedGrades(cases, NO_LIMIT)).toEqual({
      ...{ needed: true, chances: [6.25, 50], basis: 'no-limit', n: 30, effectiveCases: 15.2 },
      grades: [
        { grade: 'outstanding', percent: 16 },
        { grade: 'good', percent: 15 },
        { grade: 'requires-improvement', percent: 64 },
        { grade: 'inadequate', percent: 5 },
      ],
      goodOrBetter: { percent: 31, interval95: [13.7, 56] },
    });
    const ofList = weightedGrades(cases, { basis: 'finite-population', listed: 200 });
    // Each part with its own correction: 200^2 / (20 x 2^2 x 1/2 + 10 x 16^2 x 15/16), and 199 / 200 of it.
    expect(ofList).toMatchObject({
      effectiveCases: 16.3,
      goodOrBetter: { percent: 31, interval95: [14.1, 55.1] },
    });
  });

  it('need no weights where all were drawn with one chance, or none is graded', () => {
    const cases = [...graded(15, 'good', 0.5), ...graded(5, 'inadequate', 0.5)];
    expect(weightedGrades(cases, NO_LIMIT)).toEqual({ needed: false });
    expect(weightedGrades([], NO_LIMIT)).toEqual({ needed: false });
  });
});
