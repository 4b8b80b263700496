import { describe, expect, it } from '@jest/globals';
import { linesOf, publishedTable, scorecardOf, SCORECARD_2023_03, YEARS_2024_03 } from './testing.js';

describe('The scorecard of March 2023', () => {
  it('is read whole: 17 measures, 14 with targets, each figure as it is printed', async () => {
    const scorecard = await scorecardOf(await publishedTable(SCORECARD_2023_03), {
      fileName: SCORECARD_2023_03,
    });
    expect(scorecard.report.reconciliation).toBe('17 rows read = 17 used + 0 excluded.');
    expect(scorecard.report.tables[0]?.unmatchedHeadings).toEqual([]);
    expect(scorecard.rows.filter(({ targets }) => targets !== null)).toHaveLength(14);
    expect(linesOf(scorecard)).toEqual({ excluded: [], warnings: ['mixed-precision@2'] });
    expect(scorecard.rows[4]).toMatchObject({
      ...{
        row: 6,
        ref: '2.1',
        unit: 'percent',
        basis: 'year-to-date',
        current: '98.3%',
        previousYear: '93.6%',
      },
      fraction: { numerator: 15_595, denominator: 15_860 },
      targets: { minimum: '90%', upper: '95%' },
    });
    expect(scorecard.rows[4]?.months.at(-1)).toEqual({ month: '2023-03', printed: '97.3%' });
    expect(scorecard.rows.find(({ ref }) => ref === '5.10')?.polarity).toBe('lower-is-better');
  });
});

describe('The yearly measures up to March 2024', () => {
  it('are read whole: 37 measures, the year of the day as the current figure and three before it', async () => {
    const scorecard = await scorecardOf(await publishedTable(YEARS_2024_03), {
      ...{ fileName: YEARS_2024_03, on: '2024-03-31' },
    });
    expect(scorecard.report.reconciliation).toBe('37 rows read = 37 used + 0 excluded.');
    expect(scorecard.report.tables[0]?.unmatchedHeadings).toEqual([]);
    expect(scorecard.rows.filter(({ targets }) => targets !== null)).toEqual([]);
    expect(new Set(scorecard.rows.map(({ years }) => years.length))).toEqual(new Set([3]));
    expect(scorecard.rows[7]).toMatchObject({
      ...{ current: '68.8%', previousYear: '48%', decimals: 1 },
      benchmarks: [
        { of: 'national', value: '69%' },
        { of: 'region-or-statistical-neighbours', value: '68%' },
      ],
    });
    const mixed = scorecard.report.warnings.find(({ row }) => row === 9);
    expect(mixed?.message).toContain('less precise: y2022_23');
  });
});
