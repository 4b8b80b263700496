import { describe, expect, it } from '@jest/globals';
import { triedAgainBy } from './tried-again-by.js';

const live = { number: 3, version: 7, position: 100n };

describe('what a generation stopped at is tried again', () => {
  it('on request, where it is the live one, whatever the version of the program that asks', () => {
    expect(triedAgainBy({ generation: 3, version: 7 }, live)).toBe('retry');
  });

  it('on request, where a program with a newer version makes its rows by itself', () => {
    expect(triedAgainBy({ generation: 4, version: 8 }, live)).toBe('retry');
  });

  it('by the next rebuild, where a rebuild of the same version or back to an older one stopped', () => {
    expect(triedAgainBy({ generation: 4, version: 7 }, live)).toBe('rebuild');
    expect(triedAgainBy({ generation: 4, version: 6 }, live)).toBe('rebuild');
  });
});
