import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addMonths, POLARITIES, type MeasureDefinition, type ReportMeasure } from '#audit-cycle';
import { foldAll } from '../testing.js';
import { KeptMeasures } from '../testing/kept-measures.js';
import { measureEntries, measuresOf } from './measure-entries.js';
import { scorecardOf, type Scorecard, type ScoredMeasure } from './scorecard.js';

const DEFINITION: MeasureDefinition = {
  ...{ title: 'Visited', section: 'Visits', unit: 'percent', decimals: 1, basis: 'snapshot' },
  ...{ polarity: 'higher-is-better', eligibility: null },
};
const begun = (n = 1, definition = DEFINITION, kept = new KeptMeasures()): KeptMeasures => {
  kept.done(n, { type: 'DefineMeasure', ref: null, code: `m-${n}`, definition });
  return kept;
};
const report = (to: string, printed: string, more: Partial<ReportMeasure> = {}): ReportMeasure => ({
  ...{ type: 'ReportMeasure', series: 'current', period: { from: to, to }, printed },
  ...{ numerator: null, denominator: null, benchmarks: [], previousYear: null },
  ...{ source: { file: null, row: null }, ...more },
});
const scored = ({ history }: KeptMeasures): Scorecard =>
  scorecardOf(measuresOf(foldAll(measureEntries, history.events)));
const only = (kept: KeptMeasures): ScoredMeasure => scored(kept).measures[0]!;
const monthly = (kept: KeptMeasures, printed: readonly (string | null)[]): KeptMeasures => {
  printed.forEach((text, at) => {
    if (text !== null) kept.done(1, report(addMonths('2021-01-31', at), text));
  });
  return kept;
};

describe('a line of figures', () => {
  it('of eleven points is a run chart, and of twelve a chart of single values', () => {
    const points = ['80', '81', '82', '80', '81', '82', '80', '81', '82', '80', '81', '82'];
    expect(only(monthly(begun(), points.slice(1))).current!.chart).toEqual({
      ...{ kind: 'run', n: 11, median: 81, longestRun: 1 },
    });
    expect(only(monthly(begun(), points)).current!.chart).toMatchObject({
      ...{ kind: 'xmr', n: 12, mean: 81, meanMovingRange: 1.273, upper: 84.385, lower: 77.615 },
      marks: points.map(() => 'common-cause'),
    });
    expect(only(monthly(begun(), ['80'])).current).toMatchObject({
      ...{ chart: null, chartReason: 'fewer-than-two-points' },
    });
  });

  it('that counts from the beginning of its year has no chart of its months: it grows, whatever happens', () => {
    const definition = { ...DEFINITION, basis: 'year-to-date' } as const;
    expect(only(monthly(begun(1, definition), ['10', '20', '30'])).current).toMatchObject({
      chart: null,
      chartReason: 'grows-within-its-year',
    });
  });

  it('says which months are missing, and its chart begins after the last of them', () => {
    const { current } = only(monthly(begun(), ['80', '81', null, null, '82', '83', null, '84', '85', '86']));
    expect(current!.missing).toEqual(['2021-03', '2021-04', '2021-07']);
    expect(current!.chart).toMatchObject({ kind: 'run', n: 3 });
  });

  it('of another definition is another line: the newest has no figure until one is reported', () => {
    const kept = monthly(begun(), ['80', '81']);
    const definition = { ...DEFINITION, title: 'Visited and seen alone' };
    kept.done(1, { type: 'RedefineMeasure', definition, reasonCode: 'stricter' });
    expect(only(kept)).toMatchObject({
      ...{ title: 'Visited and seen alone', definition: 2, current: null, rag: null, ragReason: 'no-figure' },
    });
    kept.done(1, report('2021-03-31', '70'));
    expect(only(kept).current!.latest).toMatchObject({
      definition: 2,
      sincePrevious: null,
      sincePreviousReason: 'first-figure',
    });
  });

  it('has what was corrected last, in its place', () => {
    const kept = monthly(begun(), ['80', '81', '82']);
    kept.done(1, report('2021-02-28', '85', { reasonCode: 'recount' }));
    const { current } = only(kept);
    expect(current!.points.map(({ value }) => value)).toEqual(['80', '85', '82']);
    expect(current!.latest.sincePrevious).toMatchObject({ value: '85', change: '-3', direction: 'worse' });
  });
});

describe('a figure beside another', () => {
  it.each<[string, string, MeasureDefinition['polarity'], string, string]>([
    ['48%', '48.3%', 'higher-is-better', '0.3', 'no-change'],
    ['48%', '48.6%', 'higher-is-better', '0.6', 'better'],
    ['48%', '48.6%', 'lower-is-better', '0.6', 'worse'],
    ['48.2%', '47%', 'lower-is-better', '-1.2', 'better'],
    ['8.0', '8', 'none', '0.0', 'none'],
  ])('from %s to %s, where %s, changed by %s: %s', (before, now, polarity, change, direction) => {
    const kept = monthly(begun(1, { ...DEFINITION, polarity }), [before, now]);
    expect(only(kept).current!.latest.sincePrevious).toMatchObject({ change, direction });
  });

  it('says since when it has gone that way, and which months are missing on it', () => {
    expect(only(monthly(begun(), ['80', '81', '82'])).current!.latest.sincePrevious).toEqual({
      ...{ value: '81', change: '1', direction: 'better' },
      ...{ since: { from: '2021-02-28', to: '2021-02-28' }, missing: [] },
    });
    expect(only(monthly(begun(), ['80', '81', null, null, '85'])).current!.latest.sincePrevious).toEqual({
      ...{ value: '81', change: '4', direction: 'better' },
      ...{ since: { from: '2021-02-28', to: '2021-02-28' }, missing: ['2021-03', '2021-04'] },
    });
  });

  it('has not gone anywhere when it counts from another April: March is a year and April a month', () => {
    const yearToDate = { ...DEFINITION, basis: 'year-to-date' } as const;
    // January 2021 onwards: the third is March, the fourth April.
    const until = (points: readonly string[], definition: MeasureDefinition = yearToDate) =>
      only(monthly(begun(1, definition), points)).current!.latest;
    expect(until(['80', '81', '82'])).toMatchObject({ sincePrevious: { value: '81', direction: 'better' } });
    expect(until(['80', '81', '82', '60'])).toMatchObject({
      sincePrevious: null,
      sincePreviousReason: 'new-year',
    });
    expect(until(['80', '81', '82', '60', '61'])).toMatchObject({
      sincePrevious: { value: '60', change: '1', since: { to: '2021-04-30' } },
    });
    const snapshot = until(['80', '81', '82', '60'], DEFINITION);
    expect(snapshot).toMatchObject({ sincePrevious: { value: '82' }, sincePreviousReason: null });
    const threeYears = { ...DEFINITION, basis: 'year-to-date-three-years' } as const;
    expect(until(['80', '81', '82', '60'], threeYears).sincePreviousReason).toBe('new-year');
  });

  it('of March has gone somewhere since March of the year before, also where it counts from April', () => {
    const kept = begun(1, { ...DEFINITION, basis: 'year-to-date' });
    kept.done(1, report('2021-03-31', '80'));
    kept.done(1, report('2022-03-31', '82'));
    expect(only(kept).current!.latest.sincePrevious).toMatchObject({
      ...{ change: '2', direction: 'better', since: { to: '2021-03-31' }, missing: [] },
    });
  });

  it('has not gone anywhere within a year where it counts children from April on: that only grows', () => {
    const counts = { ...DEFINITION, unit: 'number', decimals: 0, basis: 'year-to-date' } as const;
    expect(only(monthly(begun(1, counts), ['10', '20'])).current!.latest).toMatchObject({
      ...{ sincePrevious: null, sincePreviousReason: 'grows-within-its-year' },
    });
  });

  it('of the year before is what the source prints, else what the line has', () => {
    const kept = monthly(begun(), ['80']);
    kept.done(1, report('2022-01-31', '82'));
    expect(only(kept).current!.latest.sincePreviousYear).toEqual({
      ...{ value: '80', change: '2', direction: 'better', from: 'own-figure' },
    });
    kept.done(1, report('2022-01-31', '82', { previousYear: '83', reasonCode: 'as-printed' }));
    expect(only(kept).current!.latest.sincePreviousYear).toMatchObject({ value: '83', from: 'reported' });
  });

  it.each([
    ['2020-02-29', '2021-02-28'],
    ['2023-02-28', '2024-02-29'],
  ])('of the year before is found at the end of a February: %s beside %s', (before, now) => {
    const kept = begun();
    kept.done(1, report(before, '80'));
    kept.done(1, report(now, '82'));
    expect(only(kept).current!.latest.sincePreviousYear).toMatchObject({ value: '80', from: 'own-figure' });
  });
});

it('every measure is counted once: green, amber and red are those with targets, the others say what they lack', () => {
  const oneMeasure = fc.record({
    polarity: fc.constantFrom(...POLARITIES),
    targets: fc.boolean(),
    figures: fc.array(fc.tuple(fc.nat(200), fc.integer({ min: 1, max: 200 })), { maxLength: 4 }),
  });
  fc.assert(
    fc.property(fc.array(oneMeasure, { maxLength: 8 }), (wanted) => {
      const kept = new KeptMeasures();
      wanted.forEach(({ polarity, targets, figures }, n) => {
        begun(n, { ...DEFINITION, unit: 'number', polarity }, kept);
        const [minimum, upper] = polarity === 'lower-is-better' ? ['2', '0.5'] : ['0.5', '2'];
        if (targets && polarity !== 'none') {
          kept.done(n, { type: 'SetTargets', from: '2021-01-01', minimum, upper });
        }
        figures.forEach(([numerator, denominator], at) => {
          const fraction = { numerator, denominator, printed: null };
          kept.done(n, { ...report(addMonths('2021-01-31', at), '0'), ...fraction });
        });
      });
      const { counts, measures } = scored(kept);
      expect(counts.n).toBe(wanted.length);
      expect(counts.green + counts.amber + counts.red).toBe(counts.targeted);
      expect(counts.targeted + counts.withoutTargets + counts.withoutFigure).toBe(counts.n);
      measures.forEach(({ current, rag }, n) => {
        const { polarity, figures } = wanted[n]!;
        expect(current?.points.length ?? 0).toBe(figures.length);
        if (rag === null) return;
        const value = figures.at(-1)![0] / figures.at(-1)![1];
        const better =
          polarity === 'lower-is-better' ? [value <= 0.5, value <= 2] : [value >= 2, value >= 0.5];
        expect(rag).toBe(better[0] ? 'green' : better[1] ? 'amber' : 'red');
      });
    }),
  );
});
