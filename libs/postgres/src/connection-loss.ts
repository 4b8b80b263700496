import { errorCode, textProperty } from './problem.js';

/** Of the system: no socket, nobody listening, cut off. */
const SYSTEM = new Set(['ENOENT', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE']);

/**
 * Whether an error means that the server went away or is not (yet) there, rather than that it refused something.
 * PostgreSQL's classes are 08 (connection) and 57P (shut down, crashed, starting up).
 */
export function isConnectionLoss(error: unknown): boolean {
  const code = errorCode(error) ?? '';
  if (SYSTEM.has(code) || /^(08|57P)/.test(code)) return true;
  return /^Connection terminated|is not queryable$/.test(textProperty(error, 'message') ?? '');
}
