import { describe, expect, it } from '@jest/globals';
import { HeadInSight } from './head-in-sight.js';

/** A process that has been alone long enough; its log ends at 9. */
function inSight(): HeadInSight {
  const sight = new HeadInSight();
  for (let head = 1n; head <= 9n; head += 1n) one(sight, head);
  return sight;
}

function one(sight: HeadInSight, head: bigint, isAllIn = true): void {
  sight.sent(1, `command ${head}`);
  sight.answered(1, head, isAllIn);
}

describe('the end of a log that others may append to', () => {
  it('is out of sight until several batches in a row found it as the last one left it', () => {
    const sight = new HeadInSight();
    for (let head = 1n; head <= 8n; head += 1n) {
      one(sight, head);
      expect(sight.end).toBeNull();
    }
    one(sight, 9n);
    expect(sight.end).toEqual({ position: 9n, command: 'command 9' });
  });

  it('counts in what is on its way', () => {
    const sight = inSight();
    sight.sent(3, 'third');
    expect(sight.end).toEqual({ position: 12n, command: 'third' });
    sight.sent(2, 'fourth');
    sight.answered(3, 12n, true);
    expect(sight.end).toEqual({ position: 14n, command: 'fourth' });
  });

  it('is out of sight again when somebody else came in between', () => {
    const sight = inSight();
    one(sight, 11n);
    expect(sight.end).toBeNull();
  });

  it('is out of sight again when an append was refused, or a batch missed it', () => {
    const refused = inSight();
    one(refused, 9n, false);
    expect(refused.end).toBeNull();
    const missed = inSight();
    missed.missed();
    expect(missed.end).toBeNull();
  });
});
