import { describe, expect, it } from '@jest/globals';
import { resolve } from 'node:path';
import { ConfigurationProblem, readConfiguration, SETTINGS } from './configuration.js';

describe('configuration', () => {
  it('is the embedded trial on port 3000 when nothing is set', () => {
    expect(readConfiguration({})).toEqual({
      port: 3000,
      host: 'localhost',
      dataFolder: resolve('.touchstone'),
      databaseUrl: null,
      profile: 'embedded',
      trialSignIn: true,
      demonstration: true,
      logLevel: 'info',
    });
  });

  it('takes an empty variable for one that is not set', () => {
    expect(readConfiguration({ PORT: '', DATABASE_URL: '' })).toEqual(readConfiguration({}));
  });

  it('has no trial sign-in with a database of the authority', () => {
    const found = readConfiguration({ DATABASE_URL: 'postgres://u:p@db/touchstone' });
    expect(found).toMatchObject({ profile: 'server', trialSignIn: false });
  });

  it('lets trial sign-in be turned off', () => {
    expect(readConfiguration({ TOUCHSTONE_TRIAL_SIGN_IN: 'off' }).trialSignIn).toBe(false);
  });

  it('loads no demonstration into a database of the authority, nor where it is turned off', () => {
    expect(readConfiguration({ DATABASE_URL: 'postgres://u:p@db/touchstone' }).demonstration).toBe(false);
    expect(readConfiguration({ TOUCHSTONE_DEMONSTRATION: 'off' }).demonstration).toBe(false);
  });

  it.each([
    ['TOUCHSTONE_DEMONSTRATION', { TOUCHSTONE_DEMONSTRATION: 'secret' }],
    ['PORT', { PORT: '3000x-secret' }],
    ['PORT', { PORT: '65536' }],
    ['PORT', { PORT: '-1' }],
    ['DATABASE_URL', { DATABASE_URL: 'mysql://u:secret@db/x' }],
    ['DATABASE_URL', { DATABASE_URL: 'secret' }],
    ['TOUCHSTONE_LOG', { TOUCHSTONE_LOG: 'secret' }],
    ['TOUCHSTONE_TRIAL_SIGN_IN', { TOUCHSTONE_TRIAL_SIGN_IN: 'secret' }],
    [
      'TOUCHSTONE_TRIAL_SIGN_IN',
      { TOUCHSTONE_TRIAL_SIGN_IN: 'on', DATABASE_URL: 'postgres://u:secret@db/x' },
    ],
  ])('names %s when it cannot be used, and not its value: %j', (variable, environment) => {
    const read = (): unknown => readConfiguration(environment);
    expect(read).toThrow(ConfigurationProblem);
    expect(read).toThrow(new RegExp(`^${variable} `));
    expect(read).not.toThrow(/secret/);
    expect(Object.keys(SETTINGS)).toContain(variable);
  });
});
