import { describe, expect, it } from '@jest/globals';
import { CODES_BY_STATUS, REFUSAL_STATUSES, statusOf } from './refusal-status.js';

// That source and table have the same codes, each under one status, is tested in test/refusals.
describe('the table from refusals to answers', () => {
  it.each(REFUSAL_STATUSES)('lists the codes of %i once each, in the order of the alphabet', (status) => {
    const codes: readonly string[] = CODES_BY_STATUS[status];
    expect(codes).toEqual([...new Set(codes)].sort());
  });

  it('answers a code of tomorrow as a refusal of what was asked for', () => {
    expect(statusOf('of-tomorrow')).toBe(422);
  });
});
