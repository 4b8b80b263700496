import { PostgresProblem } from './problem.js';

/** Where a database is and who logs in. `host` is a machine's name or the folder of a unix socket. */
export interface Connection {
  readonly host: string;
  readonly port: number;
  readonly database: string;
  readonly user: string;
  readonly password?: string;
  readonly ssl?: boolean | { readonly rejectUnauthorized: boolean };
}

const SSL_MODES: ReadonlyMap<string, NonNullable<Connection['ssl']>> = new Map<
  string,
  NonNullable<Connection['ssl']>
>([
  ['disable', false],
  ['require', { rejectUnauthorized: false }],
  ['verify-full', true],
]);

/**
 * Reads `postgres://user:password@host:5432/database?sslmode=verify-full`, the form of DATABASE_URL.
 * `?host=/folder`, in the place of the host, names a unix socket. The modes are those of libpq that leave nothing to chance: disable, require
 * (encrypted, certificate not checked) and verify-full. An error never repeats the address, for it holds a password.
 */
export function connectionFromUrl(url: string): Connection {
  const address = URL.canParse(url) ? new URL(url) : undefined;
  if (!address || !['postgres:', 'postgresql:'].includes(address.protocol)) {
    throw bad('it must look like postgres://user:password@host:5432/database');
  }
  const database = decoded(address.pathname.slice(1));
  if (database === '') throw bad('it names no database after the host');
  if (address.username === '') throw bad('it names no user');
  const unknown = [...address.searchParams.keys()].find((name) => !['sslmode', 'host'].includes(name));
  if (unknown !== undefined) {
    throw bad(`it has the parameter "${unknown}"; only sslmode and host are understood`);
  }
  const host = address.searchParams.get('host') ?? decoded(address.hostname);
  if (host === '') throw bad('it names no host');
  const sslMode = address.searchParams.get('sslmode');
  const ssl = sslMode === null ? undefined : SSL_MODES.get(sslMode);
  if (sslMode !== null && ssl === undefined) {
    throw bad(`its sslmode must be one of ${[...SSL_MODES.keys()].join(', ')}`);
  }
  return {
    host: host.replace(/^\[(.*)\]$/, '$1'),
    port: address.port === '' ? 5432 : Number(address.port),
    database,
    user: decoded(address.username),
    ...(address.password === '' ? {} : { password: decoded(address.password) }),
    ...(ssl === undefined ? {} : { ssl }),
  };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw bad('it has a % that is not followed by two hexadecimal digits');
  }
}

function bad(reason: string): PostgresProblem {
  return new PostgresProblem('bad-database-url', `DATABASE_URL is not usable: ${reason}.`);
}
