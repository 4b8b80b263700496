import { describe, expect, it } from '@jest/globals';
import { moment } from './moment.js';

describe('a moment as the server sends it', () => {
  it.each([
    ['2026-11-22 05:31:37.123+00', '2026-11-22T05:31:37.123Z'],
    ['2026-11-22 05:31:37.12+00', '2026-11-22T05:31:37.120Z'],
    ['2026-11-22 05:31:37.003+00', '2026-11-22T05:31:37.003Z'],
    ['1999-12-31 23:59:59+00', '1999-12-31T23:59:59.000Z'],
  ])('%s is %s', (sent, moment_) => {
    expect(moment(sent)).toBe(moment_);
  });
});
