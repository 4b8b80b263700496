import pg from 'pg';
import type { Role } from './roles.js';

/** The schema that holds everything of Touchstone. */
export const SCHEMA = 'touchstone';

/**
 * A session whose loss fails the query that is under way, or the next one, and nothing else. With the driver's own
 * class a loss at any other moment, even while the session is being closed, ends the whole process.
 */
export class Session extends pg.Client {
  constructor(config?: pg.ClientConfig) {
    super(config);
    this.on('error', () => undefined);
  }
}

/** Start-up options of a session: its role and where it looks for tables. */
export function sessionOptions(role?: Role): string {
  return [`-c search_path=${SCHEMA}`, ...(role === undefined ? [] : [`-c role=${role}`])].join(' ');
}
