import { describe, expect, it } from '@jest/globals';
import { anAppend, aStream } from '#event-log/testing';
import { foresee } from './foresight.js';

const known = (append: ReturnType<typeof anAppend>) => ({ ...append, kind: 'case-audit' });

describe('what can be foreseen of a batch', () => {
  const [one, another] = [aStream(), aStream()];

  it('is where each append stands, and where its streams must end before it', () => {
    const batch = [
      known(anAppend(one, { expect: 'none', count: 2 })),
      known(anAppend(another, { expect: 4n })),
      known(anAppend(one, { expect: 1n, count: 3 })),
    ];
    expect(foresee(batch)).toEqual({
      appends: [
        { append: batch[0], firstRevision: 0n, lastRevision: 1n },
        { append: batch[1], firstRevision: 5n, lastRevision: 5n },
        { append: batch[2], firstRevision: 2n, lastRevision: 4n },
      ],
      events: 6,
      before: [
        { stream: one, revision: -1n },
        { stream: another, revision: 4n },
      ],
    });
  });

  it.each(['any', 'exists'] as const)('is nothing where an append expects "%s"', (expectation) => {
    expect(foresee([known(anAppend(one, { expect: expectation }))])).toBeNull();
  });

  it('is nothing behind the last revision that there can be', () => {
    expect(foresee([known(anAppend(one, { expect: 2n ** 63n - 1n }))])).toBeNull();
  });

  it('is nothing where appends to a stream do not follow from each other', () => {
    const twice = [known(anAppend(one, { expect: 'none' })), known(anAppend(one, { expect: 'none' }))];
    expect(foresee(twice)).toBeNull();
  });
});
