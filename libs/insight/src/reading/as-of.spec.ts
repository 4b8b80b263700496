import { describe, expect, it } from '@jest/globals';
import { validated } from '#platform';
import { AsOf, momentAskedFor } from './as-of.js';

const NOW = '2026-06-16T09:30:00.000Z';

class Asked {
  @AsOf() asOf?: string;
}

describe('as known on', () => {
  it.each([
    ['2026-06-15', '2026-06-15T22:59:59.999Z'],
    ['2026-01-15', '2026-01-15T23:59:59.999Z'],
    ['2026-03-28', '2026-03-28T23:59:59.999Z'],
    ['2026-03-29', '2026-03-29T22:59:59.999Z'],
    ['2025-10-25', '2025-10-25T22:59:59.999Z'],
    ['2025-10-26', '2025-10-26T23:59:59.999Z'],
    ['2026-06-16', '2026-06-16T22:59:59.999Z'],
    ['2026-06-16T09:00:00.000Z', '2026-06-16T09:00:00.000Z'],
    [NOW, NOW],
  ])('%s counts what was known until %s', (asOf, moment) => {
    expect(validated(Asked, { asOf })).toEqual({ asOf });
    expect(momentAskedFor(asOf, NOW)).toBe(moment);
  });

  it('is now when nobody asks', () => {
    expect(validated(Asked, {})).toEqual({});
    expect(momentAskedFor(undefined, NOW)).toBeUndefined();
  });

  it.each([
    'yesterday',
    '2026-02-30',
    '16/06/2026',
    '2026-06-16T09:00:00Z',
    '2026-06-16T09:00',
    '2026-06-16T09:00:00.000+01:00',
    '2016-12-31T23:59:60.000Z',
    '9999-12-31',
    '17',
    '',
    '1899-12-31',
    ['2026-06-15', '2026-06-16'],
    null,
  ])('is not understood when it is written as %j', (asOf) => {
    expect(() => validated(Asked, { asOf })).toThrow(expect.objectContaining({ code: 'invalid-input' }));
  });

  it.each(['2026-06-17', '2026-06-16T09:30:00.001Z', '2026-06-16T23:00:00.000Z', '2030-01-01T00:00:00.000Z'])(
    'cannot be %s, which has not come yet',
    (asOf) => {
      expect(() => momentAskedFor(asOf, NOW)).toThrow(
        expect.objectContaining({ status: 400, code: 'invalid-input' }),
      );
    },
  );
});
