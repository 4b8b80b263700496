import { describe, expect, it } from '@jest/globals';
import { derivedId } from '#event-log';
import { commandIdFrom } from './command-id.js';
import { preferredWait } from './preferred-wait.js';
import { etagOf, seenRevisionFrom } from './seen-revision.js';

describe('the Idempotency-Key', () => {
  const KEY = '0197a000-0000-7000-8000-00000000000a';

  it('is the command id when it is a UUID, however it is written', () => {
    expect(commandIdFrom(KEY)).toBe(KEY);
    expect(commandIdFrom(KEY.toUpperCase())).toBe(KEY);
  });

  it('becomes a command id when it is other text, the same each time', () => {
    expect(commandIdFrom('import of 2 March')).toBe(commandIdFrom('import of 2 March'));
    expect(commandIdFrom('import of 2 March')).not.toBe(commandIdFrom('import of 3 March'));
  });

  it('never takes an id that a process of the product would use', () => {
    const ofAProcess = derivedId('case-selection', 'event', 'audit');
    expect(commandIdFrom(ofAProcess)).not.toBe(ofAProcess);
  });

  it('is made when none is sent, new each time', () => {
    expect(commandIdFrom(undefined)).not.toBe(commandIdFrom(undefined));
  });

  it.each(['', ' ', 'x'.repeat(201), 'a\tb', 'ключ', 'a\0', ' leading', ['a', 'b']])(
    'is refused as %j',
    (key) => {
      expect(() => commandIdFrom(key)).toThrow(/Idempotency-Key/);
    },
  );
});

describe('If-Match', () => {
  it('reads back the ETag that was sent', () => {
    expect(seenRevisionFrom(etagOf(0n))).toBe(0n);
    expect(seenRevisionFrom(' "17" ')).toBe(17n);
  });

  it.each([undefined, '*'])('asks for nothing as %j', (header) => {
    expect(seenRevisionFrom(header)).toBeUndefined();
  });

  it.each(['', '17', 'W/"17"', '"1", "2"', '"-1"', '"01"', '"x"', `"${'9'.repeat(30)}"`])(
    'is refused as %j',
    (header) => {
      expect(() => seenRevisionFrom(header)).toThrow(/If-Match/);
    },
  );
});

describe('Prefer', () => {
  it.each([
    [undefined, null],
    ['return=minimal', null],
    ['waiting', null],
    ['wait', 10_000],
    ['Wait=5', 5000],
    ['return=minimal, wait="2"', 2000],
    ['wait=999999', 30_000],
    ['wait=0', 0],
  ])('of %j waits %j milliseconds', (header, ms) => {
    expect(preferredWait(header)).toBe(ms);
  });
});
