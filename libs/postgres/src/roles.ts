import type pg from 'pg';
import { errorCode, PostgresProblem } from './problem.js';

/**
 * The roles that sessions run under: capture appends, projections write views, queries read; what is sealed is kept and fetched by a role
 * that can do nothing else. None can log in.
 */
export const ROLES = [
  'touchstone_append',
  'touchstone_project',
  'touchstone_read',
  'touchstone_sealed',
] as const;
export type Role = (typeof ROLES)[number];

/** Errors of two databases of one cluster that make the same roles at the same moment. */
const MADE_BY_ANOTHER = new Set(['42710', '23505', 'XX000']);
const ATTEMPTS = 20;

/**
 * Makes the roles that are missing and lets the login take them. Needs CREATEROLE, not a superuser (PostgreSQL 16).
 * Roles belong to the whole cluster, so another database may be doing the same: then its result is used.
 */
export async function ensureRoles(client: pg.Client, roles: readonly string[] = ROLES): Promise<void> {
  for (const role of roles) await ensureRole(client, role);
}

async function ensureRole(client: pg.Client, role: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const { rows } = await client.query<{ found: boolean; ours: boolean | null }>(
        `select count(*) = 1 as found, bool_or(pg_has_role(current_user, oid, 'set')) as ours
           from pg_roles where rolname = $1`,
        [role],
      );
      if (rows[0]?.ours) return;
      if (!rows[0]?.found) await client.query(`create role ${role} nologin`);
      await client.query(`grant ${role} to current_user with set true, inherit false`);
    } catch (error) {
      const code = errorCode(error) ?? '';
      if (code === '42501') throw missingRole(role, error);
      if (!MADE_BY_ANOTHER.has(code) || attempt === ATTEMPTS) throw error;
    }
  }
}

function missingRole(role: string, cause: unknown): PostgresProblem {
  return new PostgresProblem(
    'missing-role',
    `The database login may neither create nor take the role ${role}. Ask the server's administrator for: ` +
      `ALTER ROLE <login> CREATEROLE; or, when the role exists already, GRANT ${role} TO <login> WITH SET TRUE;`,
    { cause },
  );
}
