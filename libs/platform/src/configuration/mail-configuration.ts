import { ConfigurationProblem, given, type Environment } from './environment.js';

/** How the daily digest goes out. */
export interface MailConfiguration {
  /** `smtp://` or `smtps://`, with user and password where the server asks for them. */
  readonly url: string;
  /** The address that mail comes from. */
  readonly from: string;
  /** From this hour on in London, 0 to 23, the digest of a day goes out. */
  readonly digestHour: number;
  /** Where people reach the product, without a slash at its end; null leaves links out of mails. */
  readonly publicUrl: string | null;
}

export const MAIL_SETTINGS = {
  TOUCHSTONE_SMTP:
    'smtp:// or smtps:// address of your mail server, user and password in it; unset, no e-mail is sent.',
  TOUCHSTONE_MAIL_FROM: 'Address that the daily digest comes from; needed with TOUCHSTONE_SMTP.',
  TOUCHSTONE_DIGEST_HOUR:
    'Hour in London, 0 to 23, from which the digest of a day goes out; 7 unless set. Needs TOUCHSTONE_SMTP.',
  TOUCHSTONE_PUBLIC_URL:
    'https:// address at which people reach Touchstone, for links in the digest; unset, it has none. Needs TOUCHSTONE_SMTP.',
} as const;

const FIRST_HOUR = 7;
const ADDRESS = /^[^\s@<>,;:"()[\]\\]{1,64}@[A-Za-z0-9.-]{1,189}$/;

/** @throws ConfigurationProblem for the first setting that cannot be used, and for one that says nothing without TOUCHSTONE_SMTP */
export function mailFrom(environment: Environment): MailConfiguration | null {
  const url = given(environment, 'TOUCHSTONE_SMTP');
  if (url === undefined) {
    for (const variable of Object.keys(MAIL_SETTINGS)) {
      if (given(environment, variable) !== undefined)
        throw new ConfigurationProblem(
          variable,
          'says how e-mail is sent: set TOUCHSTONE_SMTP as well, or unset it.',
        );
    }
    return null;
  }
  if (!isServer(url)) {
    throw new ConfigurationProblem(
      'TOUCHSTONE_SMTP',
      'must be smtp://user:password@host:port or smtps://..., with %-escapes for characters such as @ and : in user and password.',
    );
  }
  return {
    url,
    from: senderFrom(environment),
    digestHour: hourFrom(environment),
    publicUrl: publicUrlFrom(environment),
  };
}

function isServer(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, pathname, search, username, password } = new URL(text);
  return (
    /^smtps?:$/.test(protocol) &&
    hostname !== '' &&
    /^\/?$/.test(pathname) &&
    search === '' &&
    (username === '') === (password === '') &&
    isEscaped(username) &&
    isEscaped(password)
  );
}

function isEscaped(text: string): boolean {
  try {
    return decodeURIComponent(text) !== null;
  } catch {
    return false;
  }
}

function senderFrom(environment: Environment): string {
  const from = given(environment, 'TOUCHSTONE_MAIL_FROM');
  if (from === undefined || !ADDRESS.test(from)) {
    throw new ConfigurationProblem(
      'TOUCHSTONE_MAIL_FROM',
      'must be one e-mail address, such as touchstone@example.gov.uk, when TOUCHSTONE_SMTP is set.',
    );
  }
  return from;
}

function hourFrom(environment: Environment): number {
  const text = given(environment, 'TOUCHSTONE_DIGEST_HOUR') ?? String(FIRST_HOUR);
  if (!/^(1?\d|2[0-3])$/.test(text))
    throw new ConfigurationProblem('TOUCHSTONE_DIGEST_HOUR', 'must be a whole number from 0 to 23.');
  return Number(text);
}

function publicUrlFrom(environment: Environment): string | null {
  const text = given(environment, 'TOUCHSTONE_PUBLIC_URL');
  if (text === undefined) return null;
  const url = URL.canParse(text) ? new URL(text) : null;
  if (
    url === null ||
    !/^https?:$/.test(url.protocol) ||
    url.search !== '' ||
    url.hash !== '' ||
    url.username !== ''
  ) {
    throw new ConfigurationProblem('TOUCHSTONE_PUBLIC_URL', 'must be an address that begins with https://.');
  }
  return url.href.replace(/\/+$/, '');
}
