import { describe, expect, it } from '@jest/globals';
import { checkedAppend } from './checked-append.js';
import type { Append, Expectation } from './event-log.js';
import { anAppend, anEvent, aStream } from './testing/sample-events.js';

const stream = aStream('northshire');

/** An append whose second event differs from a good one in something. */
const with2nd = (differs: object): Append => ({
  ...anAppend(stream),
  events: [anEvent(stream), { ...anEvent(stream), ...differs }],
});

describe('an append', () => {
  it('that is well made tells the parts of its stream', () => {
    const well = anAppend(stream, { event: { type: 'SectionGraded2', facts: { note: 'déjà vu 😀' } } });
    expect(checkedAppend(well)).toMatchObject({ authority: 'northshire', kind: 'case-audit' });
  });

  it.each([0n, 2n ** 63n - 1n, 'none', 'exists', 'any'] as const)('may expect %s', (expected) => {
    expect(checkedAppend(anAppend(stream, { expect: expected }))).toBeDefined();
  });

  it.each([-1n, 2n ** 63n, 'never' as Expectation])('may not expect %s', (expected) => {
    expect(() => checkedAppend(anAppend(stream, { expect: expected }))).toThrow(/cannot be expected/);
  });

  it.each(['', 'a\0b', 'Section Graded', 'section_graded', '1st', 'Größe', 'A'.repeat(129)])(
    'may not have an event of the type %j',
    (type) => {
      const bad = with2nd({ header: { ...anEvent(stream).header, type } });
      expect(() => checkedAppend(bad)).toThrow(/name of letters and digits/);
    },
  );

  it.each([
    ['Latin-1', Buffer.from('{"note":"caf\xe9"}', 'latin1')],
    ['half of a character', Buffer.from('{"note":"😀"}').subarray(0, 11)],
    ['half of a surrogate pair', Buffer.from([0x22, 0xed, 0xa0, 0x80, 0x22])],
    ['a NUL byte', Buffer.from('{"note":"\0"}')],
  ])('may not have a header or facts with %s', (_what, bytes) => {
    for (const differs of [{ headerBytes: bytes }, { factsBytes: bytes }])
      expect(() => checkedAppend(with2nd(differs))).toThrow(/must be text in UTF-8/);
  });

  it('may have facts with the escape of a NUL, and narrative in any form', () => {
    const escaped = with2nd({
      factsBytes: Buffer.from('{"note":"\\u0000"}'),
      narrativeBytes: Buffer.from([0, 255]),
    });
    expect(checkedAppend(escaped)).toBeDefined();
  });
});
