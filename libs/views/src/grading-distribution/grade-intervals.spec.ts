import { describe, expect, it } from '@jest/globals';
import { GRADES, type Grade } from '#audit-cycle';
import { gradedAudit, idOf } from '../testing.js';
import type { CountedGrade } from './counted-grades.js';
import { gradeIntervals } from './grade-intervals.js';
import type { GradedAudit } from './rows.js';

/** So many cases of a grade, each of a child of its own. */
const graded = (
  times: number,
  grade: Grade,
  changes: (n: number) => Partial<GradedAudit> = () => ({}),
  from = 0,
): readonly CountedGrade[] =>
  Array.from({ length: times }, (_, n) => ({ audit: gradedAudit(from + n, changes(from + n)), grade }));
const times = (counts: readonly number[]): readonly CountedGrade[] =>
  GRADES.flatMap((grade, at) => graded(counts[at] ?? 0, grade, () => ({}), at * 100));
const SLIDE = times([2, 21, 6, 1]);
const NO_LIMIT = { basis: 'no-limit', listed: null } as const;
const WORDS = "Wilson's score interval of good or better; those of the four grades hold together (Goodman). ";

describe('the intervals of a grading distribution', () => {
  it('of a list without limit are those of Goodman and Wilson', () => {
    expect(gradeIntervals(SLIDE, { basis: 'no-limit', listed: null })).toEqual({
      ...{ basis: 'no-limit', listed: null, covers: 'sampling error only', n: 30 },
      method: `${WORDS}They count on lists without limit. They cover sampling error only, not errors of grading.`,
      ...{ weights: { needed: false }, effectiveCases: 30 },
      families: { known: 0, withSeveral: 0, designEffect: 1 },
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
      method: expect.stringContaining('for lists of about 40 cases'),
      ...{ weights: { needed: false }, effectiveCases: null },
      families: { known: 0, withSeveral: 0, designEffect: null },
      grades: GRADES.map((grade) => ({ grade, ...nothing })),
      goodOrBetter: nothing,
    });
  });

  it('count each case by what it stands for, where strata were drawn with different chances', () => {
    const half = () => ({ probability: 0.5 });
    const sixteenth = () => ({ probability: 0.0625 });
    const cases = [
      ...[...graded(15, 'good', half), ...graded(5, 'inadequate', half, 20)],
      ...graded(2, 'outstanding', sixteenth, 40),
      ...graded(8, 'requires-improvement', sixteenth, 60),
    ];
    // 15 x 2, 5 x 2, 2 x 16 and 8 x 16 of 200; worth (200)^2 / (20 x 2^2 + 10 x 16^2) cases of one chance.
    expect(gradeIntervals(cases, NO_LIMIT)).toMatchObject({
      ...{ weights: { needed: true, chances: [6.25, 50] }, n: 30, effectiveCases: 15.2 },
      grades: [{ percent: 16 }, { percent: 15 }, { percent: 64 }, { percent: 5 }],
      goodOrBetter: { n: 17, percent: 31, interval95: [13.7, 56] },
      method: expect.stringContaining('Each case counts by 1 over its chance of being drawn.'),
    });
    // Each part with its own correction: 200^2 / (20 x 2^2 x 1/2 + 10 x 16^2 x 15/16), and 199 / 200 of it.
    expect(gradeIntervals(cases, { basis: 'finite-population', listed: 200 })).toMatchObject({
      effectiveCases: 16.3,
      goodOrBetter: { percent: 31, interval95: [14.1, 55.2] },
    });
  });

  it('take a family for one cluster, and say so', () => {
    const family = (n: number) => ({ family: `family-${Math.floor(n / 3)}` });
    const alike = [...graded(15, 'good', family), ...graded(15, 'inadequate', family, 15)];
    // Ten families of three: as much as nine cases, by k / (k - 1).
    expect(gradeIntervals(alike, NO_LIMIT)).toMatchObject({
      families: { known: 30, withSeveral: 10, designEffect: 3.33 },
      ...{ effectiveCases: 9, goodOrBetter: { percent: 50, interval95: [22.7, 77.3] } },
      method: expect.stringContaining('Cases of one family, and of one child, count as one cluster.'),
    });
    const whole = gradeIntervals(alike, { basis: 'finite-population', listed: 30 });
    expect(whole).toMatchObject({ effectiveCases: null, goodOrBetter: { interval95: [50, 50] } });
    const one = gradeIntervals(
      graded(30, 'good', () => ({ family: 'one' })),
      NO_LIMIT,
    );
    expect(one).toMatchObject({ reason: 'one-cluster', goodOrBetter: { percent: 100, interval95: null } });
  });

  it('take a child who is graded in several cycles for one family, also where one list alone names it', () => {
    const twice = (named: boolean): readonly CountedGrade[] =>
      Array.from({ length: 30 }, (_, n) => ({
        audit: gradedAudit(n, {
          ...{ child: `child-${n % 15}`, cycle: idOf('cycle', n < 15 ? 1 : 2) },
          family: named && n < 2 ? 'family' : null,
        }),
        grade: n % 15 < 8 ? 'good' : 'inadequate',
      }));
    expect(gradeIntervals(twice(true), NO_LIMIT).families).toMatchObject({ known: 4, withSeveral: 14 });
    expect(gradeIntervals(twice(false), NO_LIMIT).families).toEqual({
      ...{ known: 0, withSeveral: 15, designEffect: 2.14 },
    });
  });
});
