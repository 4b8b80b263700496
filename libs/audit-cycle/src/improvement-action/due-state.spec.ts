import { describe, expect, it } from '@jest/globals';
import { dueState } from './due-state.js';

describe('An action due on 12 May', () => {
  it.each([
    ['2026-05-04', 'in-time'],
    ['2026-05-05', 'due-soon'],
    ['2026-05-12', 'due-soon'],
    ['2026-05-13', 'overdue'],
  ])('is on %s %s', (today, expected) => {
    expect(dueState('2026-05-12', today)).toBe(expected);
  });
});
