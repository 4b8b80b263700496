import { join, resolve } from 'node:path';
import { ConfigurationProblem, given, type Environment } from './environment.js';
import { mailFrom, MAIL_SETTINGS, type MailConfiguration } from './mail-configuration.js';
import { LOG_LEVELS, type LogLevel } from '../log/log.js';

/** Everything that can be set from outside, read once at start-up. */
export interface Configuration {
  /** 0 lets the system choose. */
  readonly port: number;
  /** The address to listen at. */
  readonly host: string;
  /** Where the embedded database and its keys live; absolute. */
  readonly dataFolder: string;
  /** What is sealed opens with the key in it; absolute. */
  readonly keyFile: string;
  /** Null: PostgreSQL comes with the product. */
  readonly databaseUrl: string | null;
  /** `embedded` is the trial profile, with a database of its own; `server` uses the authority's PostgreSQL. */
  readonly profile: 'embedded' | 'server';
  /** Whether requests may say by a header who they come from. Only ever in the embedded profile. */
  readonly trialSignIn: boolean;
  /** Whether the embedded profile loads its demonstration authority. */
  readonly demonstration: boolean;
  readonly logLevel: LogLevel;
  /** Null: no e-mail is sent. */
  readonly mail: MailConfiguration | null;
}

/** The variables by name, for whoever sets them. */
export const SETTINGS: Readonly<Record<string, string>> = {
  PORT: 'Port of the pages and the API, 0 to 65535; 3000 unless set.',
  TOUCHSTONE_HOST:
    'Address to listen at; localhost unless set. With trial sign-in, requests must name it or this machine as their host; at 0.0.0.0 they may name any.',
  TOUCHSTONE_DATA: 'Folder of the embedded database; .touchstone in the working folder unless set.',
  TOUCHSTONE_KEY_FILE:
    'File with the key that opens what is sealed; root.key in the folder of TOUCHSTONE_DATA unless set. Made at the first start, with mode 0600. Without it what is sealed is lost: keep a copy apart from the backups of the database.',
  DATABASE_URL: 'postgres:// address of your own PostgreSQL; unset, the product starts its own.',
  TOUCHSTONE_TRIAL_SIGN_IN:
    'on or off: whether requests may name their person in a header. On in the embedded profile, impossible elsewhere.',
  TOUCHSTONE_DEMONSTRATION:
    'on or off: whether the embedded profile loads a demonstration authority; on unless set.',
  TOUCHSTONE_LOG: `How much is logged: ${LOG_LEVELS.join(', ')}; info unless set.`,
  ...MAIL_SETTINGS,
};

/** @throws ConfigurationProblem for the first setting that cannot be used */
export function readConfiguration(environment: Environment): Configuration {
  const databaseUrl = databaseUrlFrom(environment);
  const dataFolder = resolve(given(environment, 'TOUCHSTONE_DATA') ?? '.touchstone');
  const profile = databaseUrl === null ? 'embedded' : 'server';
  return {
    port: portFrom(environment),
    host: given(environment, 'TOUCHSTONE_HOST') ?? 'localhost',
    dataFolder,
    keyFile: resolve(given(environment, 'TOUCHSTONE_KEY_FILE') ?? join(dataFolder, 'root.key')),
    databaseUrl,
    profile,
    trialSignIn: trialSignInFrom(environment, profile),
    demonstration:
      profile === 'embedded' && oneOf(environment, 'TOUCHSTONE_DEMONSTRATION', ON_OR_OFF) !== 'off',
    logLevel: oneOf(environment, 'TOUCHSTONE_LOG', LOG_LEVELS) ?? 'info',
    mail: mailFrom(environment),
  };
}

const ON_OR_OFF = ['on', 'off'] as const;

function portFrom(environment: Environment): number {
  const text = given(environment, 'PORT') ?? '3000';
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (!(port <= 65_535)) throw new ConfigurationProblem('PORT', 'must be a whole number from 0 to 65535.');
  return port;
}

function databaseUrlFrom(environment: Environment): string | null {
  const url = given(environment, 'DATABASE_URL');
  if (url === undefined) return null;
  if (!URL.canParse(url) || !/^postgres(ql)?:$/.test(new URL(url).protocol)) {
    throw new ConfigurationProblem('DATABASE_URL', 'must be an address that begins with postgres://.');
  }
  return url;
}

function trialSignInFrom(environment: Environment, profile: Configuration['profile']): boolean {
  const wanted = oneOf(environment, 'TOUCHSTONE_TRIAL_SIGN_IN', ON_OR_OFF);
  if (profile === 'embedded') return wanted !== 'off';
  if (wanted === 'on') {
    throw new ConfigurationProblem(
      'TOUCHSTONE_TRIAL_SIGN_IN',
      'cannot be on together with DATABASE_URL: trial sign-in believes whatever a request says.',
    );
  }
  return false;
}

function oneOf<T extends string>(
  environment: Environment,
  variable: string,
  known: readonly T[],
): T | undefined {
  const text = given(environment, variable);
  const found = known.find((value) => value === text);
  if (text !== undefined && found === undefined)
    throw new ConfigurationProblem(variable, `must be one of ${known.join(', ')}.`);
  return found;
}
