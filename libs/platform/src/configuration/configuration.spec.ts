import { describe, expect, it } from '@jest/globals';
import { resolve } from 'node:path';
import { readConfiguration, SETTINGS } from './configuration.js';
import { ConfigurationProblem } from './environment.js';

describe('configuration', () => {
  it('is the embedded trial on port 3000 when nothing is set', () => {
    expect(readConfiguration({})).toEqual({
      port: 3000,
      host: 'localhost',
      dataFolder: resolve('.touchstone'),
      keyFile: resolve('.touchstone/root.key'),
      databaseUrl: null,
      profile: 'embedded',
      trialSignIn: true,
      demonstration: true,
      logLevel: 'info',
      mail: null,
    });
  });

  it('takes an empty variable for one that is not set', () => {
    expect(readConfiguration({ PORT: '', DATABASE_URL: '' })).toEqual(readConfiguration({}));
  });

  it('has its key in the data folder, or where somebody says', () => {
    expect(readConfiguration({ TOUCHSTONE_DATA: '/data' }).keyFile).toBe('/data/root.key');
    expect(readConfiguration({ TOUCHSTONE_KEY_FILE: '/keys/qa' }).keyFile).toBe('/keys/qa');
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

  const MAIL = { TOUCHSTONE_SMTP: 'smtps://u:p%40ss@mail.example', TOUCHSTONE_MAIL_FROM: 'qa@shire.example' };

  it('sends mail where a server is named, the digest at seven and without links unless something else is said', () => {
    expect(readConfiguration(MAIL).mail).toEqual({
      url: 'smtps://u:p%40ss@mail.example',
      from: 'qa@shire.example',
      digestHour: 7,
      publicUrl: null,
    });
    const more = { TOUCHSTONE_DIGEST_HOUR: '0', TOUCHSTONE_PUBLIC_URL: 'https://qa.shire.example/' };
    expect(readConfiguration({ ...MAIL, ...more }).mail).toMatchObject({
      digestHour: 0,
      publicUrl: 'https://qa.shire.example',
    });
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
    ['TOUCHSTONE_SMTP', { ...MAIL, TOUCHSTONE_SMTP: 'secret' }],
    ['TOUCHSTONE_SMTP', { ...MAIL, TOUCHSTONE_SMTP: 'http://u:secret@mail' }],
    ['TOUCHSTONE_SMTP', { ...MAIL, TOUCHSTONE_SMTP: 'smtp://secret@mail' }],
    ['TOUCHSTONE_SMTP', { ...MAIL, TOUCHSTONE_SMTP: 'smtp://u:sec%ret@mail' }],
    ['TOUCHSTONE_MAIL_FROM', { TOUCHSTONE_SMTP: MAIL.TOUCHSTONE_SMTP }],
    ['TOUCHSTONE_MAIL_FROM', { ...MAIL, TOUCHSTONE_MAIL_FROM: 'Secret <a@b.example>' }],
    ['TOUCHSTONE_MAIL_FROM', { TOUCHSTONE_MAIL_FROM: 'secret@b.example' }],
    ['TOUCHSTONE_DIGEST_HOUR', { ...MAIL, TOUCHSTONE_DIGEST_HOUR: '24' }],
    ['TOUCHSTONE_DIGEST_HOUR', { ...MAIL, TOUCHSTONE_DIGEST_HOUR: '7.5-secret' }],
    ['TOUCHSTONE_DIGEST_HOUR', { TOUCHSTONE_DIGEST_HOUR: '7' }],
    ['TOUCHSTONE_PUBLIC_URL', { ...MAIL, TOUCHSTONE_PUBLIC_URL: 'ftp://secret' }],
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
