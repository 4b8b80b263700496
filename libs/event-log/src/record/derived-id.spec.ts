import { describe, expect, it } from '@jest/globals';
import { derivedId } from './derived-id.js';

describe('an id derived from its cause', () => {
  it('is this UUID of version 8 for this cause, on every machine and for ever', () => {
    // printf 'cycle\0 17' | sha256sum, with the version and variant bits set
    expect(derivedId('cycle', ' 17')).toBe('c432e505-f7a1-8d6a-a9b3-b1abf57973e2');
  });

  it('tells causes apart that only read alike', () => {
    expect(derivedId('ab', 'c')).not.toBe(derivedId('a', 'bc'));
  });
});
