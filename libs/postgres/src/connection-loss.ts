import { errorCode, textProperty } from './problem.js';

/** Of the system: no socket, nobody listening, no way there, cut off. */
const SYSTEM = new Set([
  ...['ENOENT', 'ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH', 'EAI_AGAIN'],
  ...['ECONNRESET', 'ECONNABORTED', 'EPIPE', 'ETIMEDOUT', 'ERR_STREAM_DESTROYED'],
]);

/**
 * Of the drivers, which give no code. TypeORM takes a session away from its transaction when the session is lost, and
 * of the statements that come after that it says no more than that it was released.
 */
const SAID = [
  /^Connection terminated/,
  /^timeout expired$/,
  /^timeout exceeded when trying to connect$/,
  /is not queryable$/,
  /^Query runner already released\./,
  /^Database connection provided by a query runner was already released/,
];

/**
 * Whether an error means that the server went away or is not (yet) there, rather than that it refused something.
 * PostgreSQL's classes are 08 (connection) and 57P (shut down, crashed, starting up).
 */
export function isConnectionLoss(error: unknown): boolean {
  const code = errorCode(error) ?? '';
  if (SYSTEM.has(code) || /^(08|57P)/.test(code)) return true;
  const message = textProperty(error, 'message') ?? '';
  return SAID.some((said) => said.test(message));
}
