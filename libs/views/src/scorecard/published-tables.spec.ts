import { describe, expect, it } from '@jest/globals';
import { foldAll } from '../testing.js';
import type { KeptMeasures } from '../testing/kept-measures.js';
import { scorecardOfMarch2023, yearsUntilMarch2024 } from '../testing/published-scorecards.js';
import { measureEntries, measuresOf } from './measure-entries.js';
import { scorecardOf, type Scorecard } from './scorecard.js';

const scored = ({ history }: KeptMeasures, on?: string): Scorecard =>
  scorecardOf(measuresOf(foldAll(measureEntries, history.events)), on);

describe('the scorecard of March 2023', () => {
  const kept = scorecardOfMarch2023();
  const { counts, measures } = scored(kept);
  const of = (ref: string) => measures.find((one) => one.ref === ref)!;

  it('has 6 green, 4 amber and 4 red of the 14 that have targets, and says that 3 have none', () => {
    expect(counts).toEqual({
      ...{ n: 17, targeted: 14, green: 6, amber: 4, red: 4 },
      ...{ withoutTargets: 3, withoutFigure: 0 },
    });
    for (const [rag, refs] of [
      ['green', ['2.1', '4.7.2', '5.18', '6.1', '6.2', '6.3']],
      ['amber', ['3.1', '5.11', '3.2', '4.8']],
      ['red', ['1.1', '2.10a', '3.3', '5.10']],
      [null, ['1.2', '1.3', '1.4']],
    ] as const)
      expect(measures.filter((one) => one.rag === rag).map(({ ref }) => ref)).toEqual(refs);
    expect(of('1.2')).toMatchObject({ rag: null, ragReason: 'no-targets' });
  });

  it('has 3 of the 4 reds within one percentage point of the minimum, by numerator and denominator', () => {
    const reds = measures.filter(({ rag }) => rag === 'red');
    expect(reds.map(({ ref, current }) => [ref, current!.latest.gap!.toMinimum])).toEqual([
      ['1.1', '0.49'],
      ['2.10a', '0.26'],
      ['3.3', '0.99'],
      ['5.10', '19.57'],
    ]);
    expect(of('3.3').current!.latest).toMatchObject({
      ...{ printed: '84.0%', value: '84.01', valueFrom: 'numerator-and-denominator', flags: [] },
      targets: { version: 1, rule: 'minimum-and-upper-1', minimum: '85', upper: '90' },
      gap: { toMinimum: '0.99', toUpper: '5.99' },
    });
  });

  it.each([
    ['2.1', '98.33', '97.3'],
    ['2.10a', '89.74', '89.6'],
  ])('keeps the year to date of %s and the own value of March as two lines', (ref, year, march) => {
    const { current, month } = of(ref);
    expect([current!.points.length, current!.latest.value]).toEqual([1, year]);
    expect([month!.points.length, month!.latest.value]).toEqual([6, march]);
    expect(month!.missing).toEqual([]);
    expect(month!.chart).toMatchObject({ kind: 'run', n: 6 });
  });

  it('has the way travelled since the month and the year before, and no way where neither is better', () => {
    expect(of('5.10').current!.latest).toMatchObject({
      sincePrevious: { value: '28.4', change: '1.2', direction: 'worse' },
      sincePreviousYear: { value: '8.4', change: '21.2', direction: 'worse', from: 'reported' },
    });
    expect(of('1.4').current!.latest.sincePrevious).toMatchObject({ change: '10', direction: 'none' });
    expect(of('5.18').current!.latest.sincePrevious).toMatchObject({ direction: 'no-change' });
  });

  it('asks for one review of each measure that was red when it was reported last, whatever months were red', () => {
    const asked = measures.filter(({ reviewRequested }) => reviewRequested !== null).map(({ ref }) => ref);
    const breaches = kept.history.events.filter(({ type }) => type === 'ThresholdBreached');
    const requests = kept.history.events.filter(({ type }) => type === 'ReviewRequested');
    expect(requests).toHaveLength(asked.length);
    expect(breaches.length).toBeGreaterThan(requests.length);
    expect(asked).toEqual(expect.arrayContaining(['1.1', '2.10a', '3.3', '5.10']));
  });

  it('on an earlier day has the figures of that day, and says which measures had none', () => {
    const december = scored(kept, '2022-12-31');
    expect(december.counts.withoutFigure).toBe(2);
    expect(december.measures.find(({ ref }) => ref === '3.3')!.current!.latest).toMatchObject({
      ...{ value: '72.0', valueFrom: 'printed', rag: 'red', gap: { toMinimum: '13.00', toUpper: '18.00' } },
    });
  });
});

describe('the table of the years until March 2024', () => {
  const { kept, says } = yearsUntilMarch2024();
  const { counts, measures } = scored(kept);

  it('has 37 measures without targets, hence none that is green, amber or red', () => {
    expect(counts).toEqual({
      ...{ n: 37, targeted: 0, green: 0, amber: 0, red: 0 },
      ...{ withoutTargets: 37, withoutFigure: 0 },
    });
    expect(measures.every(({ rag, ragReason }) => rag === null && ragReason === 'no-targets')).toBe(true);
  });

  it('goes the way that the table itself says, each of them', () => {
    const words = { better: 'better', worse: 'worse', 'no-change': 'no change', none: '' } as const;
    expect(measures.map(({ current }) => words[current!.latest.sincePrevious!.direction])).toEqual(says);
    expect(says.filter((word) => word !== '')).toHaveLength(30);
  });

  it('stands beside what others have, whatever precision each is printed with', () => {
    const placed = measures.find(({ title }) => title.includes('long term placement stability'))!;
    expect(placed.current!.latest).toMatchObject({
      sincePrevious: { value: '48', change: '20.8', direction: 'better' },
      benchmarks: [
        { of: 'national', value: '69', change: '-0.2', direction: 'no-change' },
        { of: 'region-or-statistical-neighbours', value: '68', change: '0.8', direction: 'better' },
      ],
    });
  });

  it('is one point a year, and nothing between is missed', () => {
    expect(measures.map(({ current }) => current!.points.length)).toEqual(measures.map(() => 4));
    expect(measures.flatMap(({ current }) => current!.missing)).toEqual([]);
  });
});
