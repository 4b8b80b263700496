import { describe, expect, it } from '@jest/globals';
import { invalidInput } from './invalid-input.js';

describe('the problem of input that does not fit', () => {
  it('tells every place and what is wrong there', () => {
    const errors = [
      { path: 'size', message: 'must be a whole number' },
      { path: 'tool.id', message: 'must be an id' },
    ];
    expect(invalidInput(errors).document()).toMatchObject({ status: 400, code: 'invalid-input', errors });
  });

  it('tells a hundred places at most', () => {
    const errors = Array.from({ length: 101 }, (_, n) => ({
      path: `codes.${n}`,
      message: 'is not known here',
    }));
    expect(invalidInput(errors).members['errors']).toEqual(errors.slice(0, 100));
  });
});
