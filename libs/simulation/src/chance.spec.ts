import { describe, expect, it } from '@jest/globals';
import { Chance } from './chance.js';

const labels = Array.from({ length: 4000 }, (_, n) => `label/${n}`);
const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

describe('chance', () => {
  it('gives one thing the same throw whoever asks first', () => {
    const [one, other] = [new Chance('seed'), new Chance('seed')];
    other.uniform('something else');
    expect(one.of('case', '7').uniform('grade')).toBe(other.of('case', '7').uniform('grade'));
    expect(one.uniform('grade')).not.toBe(new Chance('another seed').uniform('grade'));
  });

  it('throws evenly from 0 to 1', () => {
    const thrown = labels.map((label) => new Chance('even').uniform(label));
    expect(Math.min(...thrown)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...thrown)).toBeLessThan(1);
    for (const tenth of [0.1, 0.5, 0.9]) {
      expect(mean(thrown.map((value) => (value < tenth ? 1 : 0)))).toBeCloseTo(tenth, 1);
    }
  });

  it('scatters normally with mean 0 and variance 1', () => {
    const thrown = labels.map((label) => new Chance('normal').normal(label));
    expect(mean(thrown)).toBeCloseTo(0, 1);
    expect(mean(thrown.map((value) => value ** 2))).toBeCloseTo(1, 1);
  });

  it('picks both ends of a range, and nothing from nothing', () => {
    const thrown = labels.map((label) => new Chance('range').between(2, 5, label));
    expect([...new Set(thrown)].sort()).toEqual([2, 3, 4, 5]);
    expect(() => new Chance('range').pick([], 'nobody')).toThrow(RangeError);
  });

  it('shuffles without losing anybody', () => {
    const shuffled = new Chance('cards').shuffled(labels, 'deck');
    expect(shuffled).not.toEqual(labels);
    expect([...shuffled].sort()).toEqual([...labels].sort());
  });
});
