import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { teamKey, teamName } from './team-name.js';

describe('the name of a team', () => {
  it.each([
    ['North ', 'North'],
    [' \t North\u00a0 East\n', 'North East'],
    ['Cafe\u0301 Team', 'Caf\u00e9 Team'],
    ['  ', ''],
  ])('written %j is recorded as %j', (written, recorded) => {
    expect(teamName(written)).toBe(recorded);
  });

  it.each(['north east', 'NORTH EAST', ' North  East ', 'North\u00a0East', 'North\nEast'])(
    'is the same team written %j',
    (written) => {
      expect(teamKey(written)).toBe(teamKey('North East'));
    },
  );

  it('is the same team with composed and with combining letters, whatever their case', () => {
    expect(teamKey('CAFE\u0301')).toBe(teamKey('caf\u00e9'));
  });

  it.each(['NorthEast', 'North-East', 'North East 2', 'North'])('is another team written %j', (written) => {
    expect(teamKey(written)).not.toBe(teamKey('North East'));
  });

  it('is recorded and compared the same, however often that is done', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (written) => {
        expect(teamName(teamName(written))).toBe(teamName(written));
        expect(teamKey(teamKey(written))).toBe(teamKey(written));
        expect(teamKey(teamName(written))).toBe(teamKey(written));
      }),
      { numRuns: 2000 },
    );
  });
});
