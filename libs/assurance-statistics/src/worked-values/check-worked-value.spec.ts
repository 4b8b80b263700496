import { describe, expect, it } from '@jest/globals';
import { checkWorkedValue } from './check-worked-value.js';
import type { WorkedValue } from './worked-value.js';

const sha256Hex = (): string => '0'.repeat(64);
const check = (asked: Partial<WorkedValue>): unknown =>
  checkWorkedValue(
    {
      id: 'x',
      statistic: 'wilson',
      params: {},
      input: {},
      expected: { value: 0.5 },
      tolerance: 1e-9,
      ...asked,
    },
    sha256Hex,
  );

describe('the check of one worked value', () => {
  it('passes when what is expected comes out, and shows all that came out', () => {
    expect(check({ input: { x: 2, n: 4 } })).toMatchObject({ outcome: 'pass', answer: { value: 0.5 } });
  });

  it('fails when it does not, and shows each place', () => {
    expect(check({ input: { x: 3, n: 4 }, expected: { value: 0.5, bhapkar: 1 } })).toMatchObject({
      outcome: 'fail',
      answer: { value: 0.75 },
      differences: [
        { place: 'value', expected: 0.5, actual: 0.75 },
        { place: 'bhapkar', expected: 1 },
      ],
    });
  });

  it.each(['constructor', 'Wilson', 'weather'])('knows no statistic %p', (statistic) => {
    expect(check({ statistic })).toEqual({ outcome: 'unknown-statistic' });
  });

  it.each([
    ['an input that is missing', { x: 1 }, 'input.n is missing'],
    ['an input of another type', { x: '1', n: 2 }, 'input.x must be a whole number of at least 0, not "1"'],
    ['an input that cannot be', { x: 3, n: 2 }, 'x (3) cannot be more than n (2)'],
  ])('does not understand %s, and names it', (_, input, says) => {
    expect(check({ input })).toEqual({ outcome: 'not-understood', says });
  });

  it.each([
    ['stuart_maxwell', { table: [[1, 2]] }, 'table must have as many columns as rows (1), not 2 in row 0'],
    [
      'stuart_maxwell',
      {
        table: [
          [1, 2],
          [0.5, 1],
        ],
      },
      'input.table[1][0] must be a whole number of at least 0, not 0.5',
    ],
    [
      'cochran_q',
      { binary: [[1, 0], [1]] },
      'input.binary[1] must be as long as the rows before it (2), not 1',
    ],
    ['cochran_q', { binary: [[1, 2]] }, 'input.binary[0][1] must be 0 or 1, not 2'],
    [
      'kaplan_meier',
      { times: [1, 2], events: [1] },
      'input.events must be as long as input.times (2), not 1',
    ],
    ['kaplan_meier', { times: 3, events: [1] }, 'input.times must be a list, not 3'],
    ['allocation_neyman', { n: 1, Nh: [3], Sh: [] }, 'input.Sh must be as long as input.Nh (1), not 0'],
    ['sha256_sort_sample', { ids: [4], n: 1, seed: 's' }, 'input.ids[0] must be a text, not 4'],
    ['attribute_sample_size', { tolerable: 0.1 }, 'params.model is missing'],
    [
      'sprt',
      { p0: 0.2, p1: 0.1, alpha: 0.1, beta: 0.1 },
      'p0 and p1 must be 0 < p0 < p1 < 1, not 0.2 and 0.1',
    ],
  ])('of %s does not understand what is out of shape', (statistic, input, says) => {
    expect(check({ statistic, input })).toEqual({ outcome: 'not-understood', says });
  });
});
