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
    let weights = 0;
    await fc.assert(
      fc.asyncProperty(longHistory, fc.constantFrom(...GRADE_STAGES), async (history, stage) => {
        const asked = { authority: 'a', stage };
        const figure = await gradesOfCycles(readerOf(stratified(history)), asked, sha256Hex);
        if ('unknown' in figure) throw new Error(figure.unknown);
        const { intervals, weighted, families, graded, total, rows, goodOrBetter } = figure;
        expect([intervals.n, families.n]).toEqual([graded, graded]);
        expect(intervals.grades.map(({ n }) => n)).toEqual(rows.slice(0, 4).map(({ n }) => n));
        expect(intervals.goodOrBetter).toMatchObject({ n: goodOrBetter.n, percent: goodOrBetter.percent });
        expect(intervals.listed).toBeGreaterThanOrEqual(total);
        for (const { percent, interval95 } of [...intervals.grades, intervals.goodOrBetter]) {
          expect(interval95 === null).toBe(graded === 0);
          if (percent === null || interval95 === null) continue;
          expect(interval95[0] <= percent && percent <= interval95[1]).toBe(true);
        }
        expect(families.familyKnown).toBeLessThanOrEqual(graded);
        if (families.interval95 === null) expect(families.reason).toBeDefined();
        if (!weighted.needed) return;
        weights += 1;
        expect(weighted.n).toBe(graded);
        expect(weighted.effectiveCases).toBeGreaterThan(0);
        expect(weighted.grades.reduce((sum, { percent }) => sum + percent, 0)).toBeCloseTo(100, 0);
      }),
      settings,
    );
    expect(weights).toBeGreaterThan(0);
  });
});
