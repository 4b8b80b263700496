import { describe, expect, it } from '@jest/globals';
import { compare, minus, rational, rounded } from './rational.js';

describe('an exact number', () => {
  it.each([
    ['620/738 in per cent', { numerator: 62_000n, denominator: 738n }, 2, '84.01'],
    ['a half, away from zero', rational('0.25'), 1, '0.3'],
    ['a half below zero, away from zero', rational('-0.25'), 1, '-0.3'],
    ['nothing below zero', rational('-0.04'), 1, '0.0'],
    ['without decimals', rational('9.5'), 0, '10'],
    ['with more decimals than it has', rational('7'), 4, '7.0000'],
    ['smaller than one', rational('0.0071'), 3, '0.007'],
  ])('is rounded: %s', (_, number, decimals, text) => {
    expect(rounded(number, decimals)).toBe(text);
  });

  it('is compared as it is: thirds are not 0.333', () => {
    const third = { numerator: 1n, denominator: 3n };
    expect(compare(third, rational('0.333'))).toBe(1);
    expect(compare(rational('0.1'), rational('0.10'))).toBe(0);
    expect(compare(minus(rational('0.3'), rational('0.1')), rational('0.2'))).toBe(0);
    expect(compare(rational('-2'), rational('1'))).toBe(-1);
  });
});
