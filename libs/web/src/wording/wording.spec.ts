import { describe, expect, it } from '@jest/globals';
import { longDate } from './long-date.js';
import { counted, oneDecimalPercent, writtenNumber } from './written-number.js';

describe('the words of a page', () => {
  it('write dates in full', () => {
    expect(longDate('2026-06-16')).toBe('16 June 2026');
    expect(longDate('2021-01-01')).toBe('1 January 2021');
  });

  it('write thousands apart, and no decimals that are not there', () => {
    expect(writtenNumber(2503)).toBe('2,503');
    expect(writtenNumber(9.5)).toBe('9.5');
    expect(writtenNumber(0)).toBe('0');
  });

  it('write percentages with one decimal, always', () => {
    expect(oneDecimalPercent(80)).toBe('80.0%');
    expect(oneDecimalPercent(76.7)).toBe('76.7%');
  });

  it('count one thing as one', () => {
    expect(counted(1, 'action', 'actions')).toBe('1 action');
    expect(counted(0, 'action', 'actions')).toBe('0 actions');
    expect(counted(2503, 'child', 'children')).toBe('2,503 children');
  });
});
