import { describe, expect, it } from '@jest/globals';
import { agreementWeight, WEIGHTS } from './weights.js';

const places = [0, 1, 2, 3];

describe('agreement weights', () => {
  it.each([
    ['none', [1, 0, 0, 0]],
    ['linear', [1, 2 / 3, 1 / 3, 0]],
    ['quadratic', [1, 8 / 9, 5 / 9, 0]],
    ['ordinal', [1, 5 / 6, 1 / 2, 0]],
  ] as const)('%s fall with the steps between two grades', (weights, expected) => {
    const weight = agreementWeight(weights, 4);
    expect(places.map((other) => weight(0, other))).toEqual(expected);
    expect(places.map((other) => weight(3, 3 - other))).toEqual(expected);
  });

  it.each(WEIGHTS)(
    '%s are those of agreement and nothing else on a scale of two, and 1 on a scale of one',
    (weights) => {
      const ofTwo = agreementWeight(weights, 2);
      expect([ofTwo(0, 0), ofTwo(0, 1), ofTwo(1, 0), ofTwo(1, 1)]).toEqual([1, 0, 0, 1]);
      expect(agreementWeight(weights, 1)(0, 0)).toBe(1);
    },
  );
});
