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
 * What every session states, for a server, a database or a login may have other defaults. append_events waits for its turn and
 * must then see what was committed while it waited. Moments come in UTC and in one form.
 */
const EVERY_SESSION = [
  `search_path=${SCHEMA}`,
  'default_transaction_isolation=read committed',
  'timezone=UTC',
  'datestyle=ISO',
];

/**
 * What sessions of a role are set to. The log's functions keep their plans for as long as the session lives, and a plan that was made
 * while the log was small would read all of it for ever: every access there is has one index that serves it, and is to use it. Appending runs
 * the same few statements again and again; to plan them anew for their arguments takes longer than to run them. And what it
 * acknowledges is on disk, whatever the server thinks enough for others.
 */
const SETTINGS: Partial<Record<Role, readonly string[]>> = {
  touchstone_append: [
    'synchronous_commit=on',
    'enable_seqscan=off',
    'enable_bitmapscan=off',
    'plan_cache_mode=force_generic_plan',
  ],
  touchstone_project: ['enable_seqscan=off', 'enable_bitmapscan=off'],
};

/** Start-up options of a session: its role, how it plans and commits, and where it looks for tables. */
export function sessionOptions(role?: Role): string {
  const settings = [...EVERY_SESSION];
  if (role !== undefined) settings.push(`role=${role}`, ...(SETTINGS[role] ?? []));
  // A space within a setting is written with a backslash before it.
  return settings.map((setting) => `-c ${setting.replaceAll(' ', '\\ ')}`).join(' ');
}
