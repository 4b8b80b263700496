import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Grade, ModerationRule } from '#audit-cycle';
import { History, idOf, longHistory, PERSON, plannedFacts } from '../testing.js';
import { addGradedCases } from '../testing/graded-cases.js';
import { SECRET } from '../testing/history.js';
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

  it('is worked out of the cases of each group alone, of teams with one chance and with two', async () => {
    const cycle = idOf('cycle', 1);
    const history = new History().add('cycle', cycle, 'CyclePlanned', plannedFacts());
    const graded = (
      times: number,
      selected: { readonly team: string; readonly probability: number },
      grades: readonly [Grade, Grade],
      rule: ModerationRule | null = 'random',
    ): void => addGradedCases(history, times, { cycle, ...selected }, grades, rule);
    const [upheld, lowered] = [['good', 'good'] as const, ['good', 'requires-improvement'] as const];
    const north = { team: 'North', probability: 0.5 };
    graded(4, north, ['outstanding', 'outstanding'], 'grade');
    graded(5, north, upheld);
    graded(5, north, lowered);
    graded(6, north, upheld, null);
    const [often, seldom] = [0.5, 0.1].map((probability) => ({ team: 'South', probability })) as [
      typeof north,
      typeof north,
    ];
    graded(4, often, upheld);
    graded(1, often, lowered);
    graded(5, often, upheld, null);
    graded(2, seldom, upheld);
    graded(3, seldom, lowered);
    graded(5, seldom, upheld, null);
    history.add('cycle', cycle, 'CycleClosed', {
      ...{ closedBy: PERSON, closedOn: '2021-06-30', withoutGrade: [], reasonCode: null },
      moderationSecret: SECRET,
    });
    const asked = { authority: 'a', stage: 'final', by: 'team' } as const;
    const figure = await gradesOfCycles(readerOf(history.events), asked, sha256Hex);
    expect('unknown' in figure ? figure : figure.groups).toMatchObject([
      {
        // Four are certain; of the other 16 half would be lowered: 4 + 8 of 20, where final grades have 4 + 11.
        ...{ group: 'North', goodOrBetter: { n: 15, percent: 75 } },
        moderationAdjusted: {
          ...{ adjusted: { goodOrBetter: { percent: 60 } }, difference: -15 },
          made: { n: 20, certain: 4, awaited: 0, byChance: 10, notModerated: 6 },
        },
      },
      {
        // Each of ten stands for two, and each of ten for ten: 4 x 2 + 2 x 10 of 60, where final grades have 9 x 2 + 7 x 10 of 120.
        ...{ group: 'South', goodOrBetter: { n: 16, percent: 80, interval95: null } },
        intervals: { goodOrBetter: { n: 16, percent: 73.3 } },
        moderationAdjusted: {
          ...{ adjusted: { goodOrBetter: { percent: 46.7 } }, difference: -26.6 },
          made: { n: 20, certain: 0, awaited: 0, byChance: 10, notModerated: 10 },
        },
      },
    ]);
  });
});
