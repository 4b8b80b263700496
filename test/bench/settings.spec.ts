import { describe, expect, it } from '@jest/globals';
import { BadArguments, CASES, parseSettings } from './settings.js';

describe('the arguments of the bench', () => {
  it('may all be left out: then everything is measured, at length', () => {
    expect(parseSettings([])).toEqual({
      ...{ quick: false, complete: true, cases: CASES, profile: false, json: null },
      contestants: ['ours', 'naive', 'emmett', 'pgbench'],
    });
  });

  it('choose cases and contestants, in an order of its own', () => {
    const given = parseSettings([
      '--quick',
      '--only',
      'load-50,append-1',
      '--contestants=naive,ours',
      '--json',
      'a',
    ]);
    expect(given).toMatchObject({
      ...{ quick: true, complete: false, cases: ['append-1', 'load-50'], json: 'a' },
      contestants: ['ours', 'naive'],
    });
  });

  it('leave a run incomplete as soon as anything is chosen by name', () => {
    expect(parseSettings(['--quick']).complete).toBe(true);
    expect(parseSettings(['--only', 'load-50']).complete).toBe(false);
    expect(parseSettings(['--contestants', 'ours']).complete).toBe(false);
  });

  it.each([
    ['--only', 'append-2', '--only does not know append-2.'],
    ['--contestants', 'ours,castore', '--contestants does not know castore.'],
    ['--fast', 'yes', "Unknown option '--fast'"],
  ])('are refused with what there is to choose from: %s %s', (option, value, reason) => {
    const parse = (): unknown => parseSettings([option, value]);
    expect(parse).toThrow(BadArguments);
    expect(parse).toThrow(reason);
    expect(parse).toThrow('cases: append-1, append-8');
  });
});
