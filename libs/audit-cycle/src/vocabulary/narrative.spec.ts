import { describe, expect, it } from '@jest/globals';
import { isCode } from './code.js';
import { narrative } from './narrative.js';

describe('narrative', () => {
  it('keeps the texts that were written', () => {
    expect(narrative({ reason: 'Moved school.', notes: ' \n', evidence: undefined })).toEqual({
      reason: 'Moved school.',
    });
  });

  it('is null when nothing was written', () => {
    expect(narrative({ reason: undefined, notes: '' })).toBeNull();
  });
});

describe('a code', () => {
  it.each(['own-team', 'kloe-1', 'a', '2', 'a'.repeat(60)])('can be %s', (text) => {
    expect(isCode(text)).toBe(true);
  });

  it.each(['', 'Mother refused', 'Own-team', 'own_team', '-own', 'own-', 'own--team', 'a'.repeat(61), 'a\n'])(
    'cannot be %j, so that no text about a person is open',
    (text) => {
      expect(isCode(text)).toBe(false);
    },
  );
});
