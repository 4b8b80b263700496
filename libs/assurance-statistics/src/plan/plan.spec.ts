import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { exactLowerBound } from '../exact-lower-bound.js';
import { exactUpperBound } from '../exact-upper-bound.js';
import { attributeSampleSize } from './attribute-sample-size.js';
import { moduloDraw } from './modulo-draw.js';
import { sequentialLines, sequentialVerdict } from './sequential-test.js';

const sha256Hex = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
const plan = { tolerable: 0.05, risk: 0.05, acceptErrors: 0, populationSize: null };

describe('the size of an attribute sample', () => {
  it('without accepted errors is the least n with (1 - tolerable)^n no more than the risk', () => {
    for (const tolerable of [0.01, 0.02, 0.07, 0.2, 0.5, 0.99]) {
      const { value } = attributeSampleSize({ ...plan, tolerable });
      expect(value).toBe(Math.max(1, Math.ceil(Math.log(0.05) / Math.log1p(-tolerable))));
    }
    expect(attributeSampleSize({ ...plan, tolerable: 0.5, risk: 0.25 }).value).toBe(2);
    expect(attributeSampleSize({ ...plan, tolerable: 1, acceptErrors: 3 }).value).toBe(4);
  });

  it('of a list counts its errors and draws without putting back', () => {
    for (const [N, D] of [
      [20, 1],
      [40, 2],
      [100, 7],
      [300, 15],
    ] as const) {
      let [left, n] = [1, 0];
      while (left > 0.05 + 1e-12) {
        left *= (N - D - n) / (N - n);
        n += 1;
      }
      expect(attributeSampleSize({ ...plan, tolerable: D / N, populationSize: N }).value).toBe(n);
    }
  });

  it('does not exist where no sample could tell', () => {
    expect(attributeSampleSize({ ...plan, tolerable: 0 })).toEqual({ value: null, reason: 'not-attainable' });
    expect(attributeSampleSize({ ...plan, populationSize: 20, acceptErrors: 1 })).toEqual({
      value: null,
      reason: 'not-attainable',
    });
    expect(attributeSampleSize({ ...plan, populationSize: 0 })).toEqual({ value: null, reason: 'n=0' });
  });

  it.each([
    [{ risk: 0 }, 'risk must lie between 0 and 1, not 0'],
    [{ tolerable: 5 }, 'tolerable must be from 0 to 1, not 5'],
  ])('refuses %j', (wrong, says) => {
    expect(() => attributeSampleSize({ ...plan, ...wrong })).toThrow(says);
  });
});

describe('the exact upper limit of a share', () => {
  it('is 1 - risk^(1/n) where none has it, and 1 where all have', () => {
    for (const n of [1, 25, 60]) expect(exactUpperBound(0, n).value).toBeCloseTo(1 - 0.05 ** (1 / n), 10);
    expect(exactUpperBound(7, 7)).toEqual({ value: 1 });
    expect(exactUpperBound(0, 0)).toEqual({ value: null, reason: 'n=0' });
  });

  it('mirrors the exact lower limit of those without', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), fc.nat(200), (n, any) => {
        const x = any % (n + 1);
        expect(exactUpperBound(x, n).value).toBeCloseTo(1 - (exactLowerBound(n - x, n).value ?? NaN), 8);
      }),
    );
  });
});

describe('the sequential test', () => {
  const lines = sequentialLines({ p0: 0.02, p1: 0.1, alpha: 0.05, beta: 0.1 });

  it('accepts, turns down or goes on, as the errors lie to its lines', () => {
    expect(sequentialVerdict(lines, 0, 26)).toBe('go-on');
    expect(sequentialVerdict(lines, 0, 27)).toBe('accept');
    expect(sequentialVerdict(lines, 2, 2)).toBe('reject');
    expect(sequentialVerdict(lines, 2, 6)).toBe('go-on');
    expect(() => sequentialVerdict(lines, 3, 2)).toThrow(RangeError);
  });

  it.each([
    { p0: 0.1, p1: 0.1, alpha: 0.05, beta: 0.1 },
    { p0: 0, p1: 0.1, alpha: 0.05, beta: 0.1 },
    { p0: 0.1, p1: 0.2, alpha: 0.5, beta: 0.5 },
  ])('refuses %j', (wrong) => expect(() => sequentialLines(wrong)).toThrow(RangeError));
});

describe('the draw by remainder', () => {
  it('gives places of the list, as anybody computes them, and each more again', () => {
    const { value } = moduloDraw('2026', 7, 50, sha256Hex);
    expect(value).toHaveLength(50);
    expect(new Set(value)).toEqual(new Set([1, 2, 3, 4, 5, 6, 7]));
    expect(value?.[0]).toBe(Number(BigInt(`0x${sha256Hex('2026,1')}`) % 7n) + 1);
    expect(moduloDraw('2026', 7, 60, sha256Hex).value?.slice(0, 50)).toEqual(value);
  });

  it('of a list of one draws it, and of none does not exist', () => {
    expect(moduloDraw('s', 1, 3, sha256Hex)).toEqual({ value: [1, 1, 1] });
    expect(moduloDraw('s', 0, 3, sha256Hex)).toEqual({ value: null, reason: 'n=0' });
    expect(() => moduloDraw('s', 9, 1e7, sha256Hex)).toThrow(RangeError);
  });
});
