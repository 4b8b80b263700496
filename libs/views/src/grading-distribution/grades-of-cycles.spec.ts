import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { longHistory } from '../testing.js';
import { readerOf } from '../testing/reader-of.js';
import type { ViewEvent } from '../view.js';
import { GRADE_STAGES } from './distribution.js';
import { gradesOfCycles } from './grades-of-cycles.js';

const sha256Hex = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The same, of two strata that were drawn with different chances, and in part of families. */
function stratified(events: readonly ViewEvent[]): readonly ViewEvent[] {
  let n = 0;
  return events.map((event) => {
    if (event.type !== 'CaseSelected') return event;
    n += 1;
    const stratum = n % 2 ? { stratum: 'in-care', probability: 0.4 } : { probability: 0.05 };
    return { ...event, facts: { ...event.facts, ...stratum, family: n % 3 ? `family-${n % 3}` : null } };
  });
}

describe('how far a distribution of grades can be trusted', () => {
  it('is said of the grades that it counts, whatever happens', async () => {
    const settings = { seed: 20211122, numRuns: 60 } as const;
    let weighted = 0;
    await fc.assert(
      fc.asyncProperty(longHistory, fc.constantFrom(...GRADE_STAGES), async (history, stage) => {
        const asked = { authority: 'a', stage };
        const figure = await gradesOfCycles(readerOf(stratified(history)), asked, sha256Hex);
        if ('unknown' in figure) throw new Error(figure.unknown);
        const { intervals, graded, total, rows, goodOrBetter } = figure;
        const { weights, families } = intervals;
        expect(intervals.n).toBe(graded);
        expect(intervals.grades.map(({ n }) => n)).toEqual(rows.slice(0, 4).map(({ n }) => n));
        expect(intervals.goodOrBetter.n).toBe(goodOrBetter.n);
        if (weights.needed)
          expect(goodOrBetter).toMatchObject({ interval95: null, noInterval: 'weights-needed' });
        else {
          const { percent, interval95 } = intervals.goodOrBetter;
          expect(goodOrBetter).toMatchObject({ percent, interval95 });
        }
        expect(intervals.listed).toBeGreaterThanOrEqual(total);
        for (const { percent, interval95 } of [...intervals.grades, intervals.goodOrBetter]) {
          expect(interval95 === null).toBe(intervals.reason !== undefined);
          if (percent === null || interval95 === null) continue;
          expect(interval95[0] <= percent && percent <= interval95[1]).toBe(true);
        }
        expect(families.known).toBeLessThanOrEqual(graded);
        if (stage === 'final') expect(figure.moderationAdjusted.final).toEqual(intervals);
        if (!weights.needed) return;
        weighted += 1;
        expect(intervals.grades.reduce((sum, { percent }) => sum + (percent ?? 0), 0)).toBeCloseTo(100, 0);
      }),
      settings,
    );
    expect(weighted).toBeGreaterThan(0);
  });

  it('is said of each group, of sections as it is where one is asked for alone', async () => {
    let groupsSeen = 0;
    await fc.assert(
      fc.asyncProperty(longHistory, fc.constantFrom('team', 'section', 'cohort'), async (history, by) => {
        const reader = readerOf(stratified(history));
        const asked = { authority: 'a', stage: 'final' } as const;
        const grouped = await gradesOfCycles(reader, { ...asked, by }, sha256Hex);
        if ('unknown' in grouped) throw new Error(grouped.unknown);
        const { groups = [] } = grouped;
        expect(new Set(groups.map(({ intervals }) => intervals.basis)).size).toBeLessThan(2);
        for (const { group, section: _section, notAsked: _asked, notApplicable: _na, ...figure } of groups) {
          groupsSeen += 1;
          expect(figure.intervals.n).toBe(figure.graded);
          expect(figure.moderationAdjusted.made.fewest).toBe(10);
          // Of teams, and of cohorts that are no strata, no list is known.
          if (by !== 'section') expect(figure.intervals.basis).toBe('no-limit');
          else
            expect(await gradesOfCycles(reader, { ...asked, section: group ?? '' }, sha256Hex)).toMatchObject(
              figure,
            );
        }
      }),
      { seed: 20211123, numRuns: 30 },
    );
    expect(groupsSeen).toBeGreaterThan(30);
  });
});
