import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { canonicalJson } from '#event-log';
import { sameRow } from './same-row.js';

describe('two rows', () => {
  it('are the same exactly where their canonical JSON is', () => {
    const small = fc.letrec<{ value: unknown }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 3 },
        fc.constantFrom(null, true, false, 0, -0, 1, '', 'a', '1'),
        fc.array(tie('value'), { maxLength: 2 }),
        fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.oneof(tie('value'), fc.constant(undefined)), {
          maxKeys: 2,
        }),
      ),
    })).value;
    fc.assert(
      fc.property(small, small, (a, b) => {
        expect(sameRow(a, b)).toBe(canonicalJson(a) === canonicalJson(b));
        expect(sameRow(a, structuredClone(a))).toBe(true);
      }),
      { seed: 20210406, numRuns: 5000 },
    );
  });
});
