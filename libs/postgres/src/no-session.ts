import type { Connection } from './connection.js';
import { textProperty } from './problem.js';

/** There was no session to be had in time. Nothing was asked of the database, so the same may be asked again. */
export class NoSession extends Error {
  override readonly name = 'NoSession';
  /** PostgreSQL's code for a client that cannot connect, for those who know a lost connection by that. */
  readonly code = '08001';
}

/** What the driver says when its patience is at an end, with a session that is being made or with those that others have. */
const MADE = /^Connection terminated due to connection timeout|^timeout expired/;
const SHARED = /^timeout exceeded when trying to connect/;

/** The error of a pool in words that say what to do; any other error as it is. */
export function withoutSession(
  error: unknown,
  connection: Connection,
  max: number,
  afterMs: number,
): unknown {
  const said = textProperty(error, 'message') ?? '';
  const { host, port, database } = connection;
  if (MADE.test(said)) {
    return new NoSession(
      `The database ${database} at ${host}, port ${port}, did not answer within ${afterMs} ms. ` +
        'Look whether the server is running and whether a firewall keeps this machine from it.',
      { cause: error },
    );
  }
  if (SHARED.test(said)) {
    return new NoSession(
      `All ${max} sessions with the database ${database} have been busy for ${afterMs} ms. Ask again in a moment; ` +
        'if it happens again, look in pg_stat_activity for what keeps them.',
      { cause: error },
    );
  }
  return error;
}
