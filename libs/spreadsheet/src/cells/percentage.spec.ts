import { describe, expect, it } from '@jest/globals';
import { percentageText } from './percentage.js';

describe('A share that a sheet shows as a percentage', () => {
  it.each([
    [0.895, 1, '89.5%'],
    [0.48, 0, '48%'],
    [1, 1, '100.0%'],
    [0, 0, '0%'],
    [0.1, 2, '10.00%'],
    [0.8401, 0, '84.01%'],
    [620 / 738, 1, '84.01084%'],
    [-0.024, 1, '-2.4%'],
  ])('%d with %d decimals is %s', (share, decimals, text) => {
    expect(percentageText(share, decimals)).toBe(text);
  });
});
