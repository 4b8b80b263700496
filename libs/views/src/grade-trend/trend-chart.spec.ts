import { describe, expect, it } from '@jest/globals';
import { trendChart, type ChartValue } from './trend-chart.js';

const shares = (...percent: readonly number[]): readonly ChartValue[] =>
  percent.map((value, at) => ({ cycle: `cycle-${at + 1}`, share: value / 100 }));

const TWELVE = shares(70, 72, 68, 71, 69, 70, 73, 67, 70, 71, 69, 70);

describe('the chart of a trend', () => {
  it('has limits from twelve points on', () => {
    // By hand: the mean of twelve is 70; eleven moving ranges add up to 28, so 2.66 x 28/11 = 6.771.
    expect(trendChart(TWELVE)).toEqual({
      ...{ kind: 'xmr', ofPoints: 12, mean: 70, meanMovingRange: 2.5, movingRangeUpper: 8.3 },
      ...{ lower: 63.2, nearLower: 65.5, nearUpper: 74.5, upper: 76.8 },
      drawn: { lower: 63.2, nearLower: 65.5, nearUpper: 74.5, upper: 76.8 },
      flagged: [],
    });
  });

  it('has a median and runs below twelve, and says why', () => {
    expect(trendChart(shares(70, 80, 60, 65, 70))).toEqual({
      ...{ kind: 'run', ofPoints: 5, reason: 'fewer-than-twelve-points', median: 70 },
      runs: [
        { side: 'above', from: 'cycle-2', length: 1 },
        { side: 'below', from: 'cycle-3', length: 2 },
      ],
      ...{ longestRun: 2, onMedian: 2 },
    });
    expect(trendChart(TWELVE.slice(1)).kind).toBe('run');
  });

  it('is none of nothing', () => {
    expect(trendChart([])).toEqual({ kind: 'none', ofPoints: 0, reason: 'n=0' });
  });

  it('names the points that do not look like chance, and every rule that they break', () => {
    const flaggedOf = (values: readonly ChartValue[]) => {
      const chart = trendChart(values);
      return chart.kind === 'xmr' ? chart.flagged : [];
    };
    const fallen = flaggedOf(shares(...TWELVE.map(({ share }) => share * 100), 30));
    expect(fallen.at(-1)).toEqual({ cycle: 'cycle-13', rules: ['outside'], drawnAs: 'below-limit' });
    // The fall takes the mean to 66.9, and all twelve before it lie above.
    expect(fallen.slice(0, -1).map(({ rules }) => rules)).toEqual(TWELVE.map(() => ['shift']));
    const flagged = flaggedOf(shares(50, 50, 50, 50, 50, 50, 60, 61, 62, 63, 64, 65, 66, 67));
    expect(flagged.at(-1)).toEqual({
      cycle: 'cycle-14',
      rules: ['outside', 'trend', 'shift'],
      drawnAs: 'above-limit',
    });
    expect(flagged.find(({ cycle }) => cycle === 'cycle-7')?.drawnAs).toBe('rising');
  });

  it('cuts limits off for drawing alone', () => {
    const wide = trendChart(shares(100, 60, 100, 60, 100, 60, 100, 60, 100, 60, 100, 60));
    // The mean is 80 and every range 40.
    expect(wide).toMatchObject({
      ...{ mean: 80, lower: -26.4, nearLower: 9.1, nearUpper: 150.9, upper: 186.4 },
      drawn: { lower: 0, nearLower: 9.1, nearUpper: 100, upper: 100 },
    });
  });

  it('finds nothing in a series that never moves', () => {
    expect(trendChart(shares(...Array.from({ length: 14 }, () => 70)))).toMatchObject({
      ...{ mean: 70, lower: 70, upper: 70, flagged: [] },
    });
  });
});
