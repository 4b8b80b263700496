import { describe, expect, it } from '@jest/globals';
import { GRADES, type Grade } from '#audit-cycle';
import { gradeIntervals } from './grade-intervals.js';

const times = (counts: readonly number[]): readonly Grade[] =>
  GRADES.flatMap((grade, at) => Array.from({ length: counts[at] ?? 0 }, () => grade));
const SLIDE = times([2, 21, 6, 1]);

describe('the intervals of a grading distribution', () => {
  it('of a list without limit are those of Goodman and Wilson', () => {
    expect(gradeIntervals(SLIDE, { basis: 'no-limit', listed: null })).toEqual({
      ...{ basis: 'no-limit', listed: null, covers: 'sampling error only', n: 30 },
      grades: [
        { grade: 'outstanding', n: 2, percent: 6.7, interval95: [1.4, 26.9] },
        { grade: 'good', n: 21, percent: 70, interval95: [47.2, 85.9] },
        { grade: 'requires-improvement', n: 6, percent: 20, interval95: [7.8, 42.5] },
        { grade: 'inadequate', n: 1, percent: 3.3, interval95: [0.4, 22.3] },
      ],
      goodOrBetter: { n: 23, percent: 76.7, interval95: [59.1, 88.2] },
    });
  });

  it('of a known list are narrower, all of them, and certain when all of it was audited', () => {
    const none = gradeIntervals(SLIDE, { basis: 'no-limit', listed: null });
    const known = gradeIntervals(SLIDE, { basis: 'finite-population', listed: 60 });
    const widths = ({ grades, goodOrBetter }: typeof none) =>
      [...grades, goodOrBetter].map(({ interval95 }) => (interval95?.[1] ?? NaN) - (interval95?.[0] ?? NaN));
    widths(known).forEach((width, at) => expect(width).toBeLessThan(widths(none)[at]!));
    const all = gradeIntervals(SLIDE, { basis: 'finite-population', listed: 30 });
    expect(all.grades[1]).toEqual({ grade: 'good', n: 21, percent: 70, interval95: [70, 70] });
    expect(all.goodOrBetter.interval95).toEqual([76.7, 76.7]);
  });

  it('are none where nothing is graded, and say why', () => {
    const nothing = { n: 0, percent: null, interval95: null };
    expect(gradeIntervals([], { basis: 'finite-population', listed: 40 })).toEqual({
      ...{ basis: 'finite-population', listed: 40, covers: 'sampling error only', n: 0, reason: 'n=0' },
      grades: GRADES.map((grade) => ({ grade, ...nothing })),
      goodOrBetter: nothing,
    });
  });
});
