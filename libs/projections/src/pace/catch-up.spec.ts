import { beforeEach, describe, expect, it } from '@jest/globals';
import { CatchUp } from './catch-up.js';
import { paceInWords, PaceMeter } from './pace.js';

let seconds: number;
let told: string[];
beforeEach(() => {
  seconds = 0;
  told = [];
});
const now = (): Date => new Date(seconds * 1000);
const catchUp = (from: bigint): CatchUp =>
  new CatchUp({ now, tell: (line) => told.push(line), far: 100n }, 'View v of north', from);

describe('the pace of a view', () => {
  it('is what it has taken since it began, and how long the rest takes at that', () => {
    const meter = new PaceMeter(now, 1000n);
    expect(meter.at(1000n, 9000n)).toBeNull();
    seconds = 4;
    expect(meter.at(1000n, 9000n)).toBeNull();
    expect(meter.at(3000n, 9000n)).toEqual({ perSecond: 500, secondsLeft: 12 });
    expect(meter.at(3000n, 3000n)).toEqual({ perSecond: 500, secondsLeft: 0 });
    expect(meter.at(3000n, 2000n)).toEqual({ perSecond: 500, secondsLeft: 0 });
  });

  it('is told in words', () => {
    expect(paceInWords({ perSecond: 12345, secondsLeft: 7 })).toBe(', 12,345 a second, 7 s left');
    expect(paceInWords(null)).toBe('');
  });
});

describe('catching up', () => {
  it('from far behind is told at once, then every ten seconds, and at the end', () => {
    const way = catchUp(0n);
    way.at(0n, 1000n);
    seconds = 5;
    way.at(500n, 1000n);
    expect(way.pace).toEqual({ perSecond: 100, secondsLeft: 5 });
    seconds = 10;
    way.at(800n, 1200n);
    way.at(900n, 1200n);
    seconds = 12;
    way.at(1200n, 1200n);
    expect(told).toEqual([
      'View v of north is at 0 of 1,000',
      'View v of north is at 800 of 1,200, 80 a second, 5 s left',
      'View v of north is level with the log, at 1,200',
    ]);
    expect(way.pace).toBeNull();
  });

  it('from nearby is not worth a line', () => {
    const way = catchUp(0n);
    for (const position of [1n, 60n, 120n]) way.at(position, 120n - 20n);
    way.at(120n, 219n);
    expect(told).toEqual([]);
  });

  it('of a view that fell behind again is told again', () => {
    const way = catchUp(0n);
    for (const head of [500n, 1000n]) {
      way.at(head - 500n, head);
      way.at(head, head);
    }
    expect(told).toHaveLength(4);
  });
});
