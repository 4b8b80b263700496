import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { allWorkedValues } from '../testing/worked-values.js';
import { checkWorkedValue } from './check-worked-value.js';
import { REGISTRY } from './registry.js';

const sha256Hex = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

type Members = Readonly<Record<string, unknown>>;
const VALUES = allWorkedValues<Members, Members, Members>();

describe('the worked values', () => {
  it('are of every statistic that can be asked for, and of no other', () => {
    expect(new Set(VALUES.map(({ statistic }) => statistic))).toEqual(new Set(REGISTRY.keys()));
    expect(REGISTRY.size).toBe(25);
  });

  it.each(VALUES)('gives $id', (worked) => {
    expect(checkWorkedValue(worked, sha256Hex)).toMatchObject({ outcome: 'pass' });
  });
});
