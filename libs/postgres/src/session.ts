import type { Role } from './roles.js';

/** The schema that holds everything of Touchstone. */
export const SCHEMA = 'touchstone';

/** Start-up options of a session: its role and where it looks for tables. */
export function sessionOptions(role?: Role): string {
  return [`-c search_path=${SCHEMA}`, ...(role === undefined ? [] : [`-c role=${role}`])].join(' ');
}
