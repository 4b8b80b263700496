import { describe, expect, it } from '@jest/globals';
import { differences } from './differences.js';

describe('the comparison of an answer with what is expected', () => {
  it.each([
    ['numbers that lie off by no more than the tolerance', { value: 0.5 }, { value: 0.5 + 1e-3 }],
    ['members beyond those expected', { value: 1 }, { value: 1, n: 7 }],
    [
      'null where null is expected, with its reason',
      { value: null, reason: 'n=0' },
      { value: null, reason: 'n=0' },
    ],
    ['lists within lists', { ci: [[0, 1], null] }, { ci: [[1e-4, 1], null] }],
  ])('lets %s pass', (_, expected, actual) => {
    expect(differences(expected, actual, 2e-3)).toEqual([]);
  });

  it.each([
    ['a number too far off', { value: 0.5 }, { value: 0.51 }, 'value'],
    ['another reason', { value: null, reason: 'n=0' }, { value: null, reason: 'no-pairs' }, 'reason'],
    ['a number for null', { value: null }, { value: 0 }, 'value'],
    ['null for a number', { ci: [0, 1] }, { ci: [0, null] }, 'ci[1]'],
    ['a member that is not there', { value: 1, se: null }, { value: 1 }, 'se'],
    ['a member that every object inherits', { toString: null }, {}, 'toString'],
    ['a list that is longer', { steps: [1] }, { steps: [1, 2] }, 'steps'],
    ['a list that is shorter', { steps: [1, 2] }, { steps: [1] }, 'steps'],
    ['an object for a list', { ci: [0, 1] }, { ci: { 0: 0, 1: 1 } }, 'ci'],
    ['a text that looks like the number', { value: 1 }, { value: '1' }, 'value'],
    ['a number that is none', { value: 1 }, { value: NaN }, 'value'],
    [
      'a wrong member deep inside',
      { steps: [{ S: 0.5, t: 1 }] },
      { steps: [{ S: 0.6, t: 1 }] },
      'steps[0].S',
    ],
  ])('finds %s', (_, expected, actual, place) => {
    expect(differences(expected, actual, 2e-3).map((difference) => difference.place)).toEqual([place]);
  });
});
