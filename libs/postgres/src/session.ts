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

/**
 * What sessions of a role are set to. The role that appends runs the log's functions alone, whose plans are the same for every
 * argument; PostgreSQL would plan them anew each time, which takes longer than to run them.
 */
const SETTINGS: Partial<Record<Role, readonly string[]>> = {
  touchstone_append: ['plan_cache_mode=force_generic_plan'],
};

/** Start-up options of a session: its role, how it plans and where it looks for tables. */
export function sessionOptions(role?: Role): string {
  const settings = [`search_path=${SCHEMA}`];
  if (role !== undefined) settings.push(`role=${role}`, ...(SETTINGS[role] ?? []));
  return settings.map((setting) => `-c ${setting}`).join(' ');
}
