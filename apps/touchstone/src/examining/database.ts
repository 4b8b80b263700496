import type { Finding } from '#command-line';
import { openPool } from '#postgres';
import type { Installation } from '../installation/installation.js';

/** Without any of these an acknowledged event could be lost in a crash. */
const MUST_BE_ON = ['fsync', 'full_page_writes', 'synchronous_commit'] as const;

/** The server's version, the settings that make a commit last, and that nobody may rewrite the record. */
export async function examineDatabase({ connection }: Installation): Promise<readonly Finding[]> {
  const pool = openPool({ connection, role: 'touchstone_append', max: 1, log: () => undefined });
  try {
    const { rows } = await pool.query<
      Record<'version' | (typeof MUST_BE_ON)[number], string> & { rewritable: boolean }
    >(
      `select current_setting('server_version') as version, ${MUST_BE_ON.map((name) => `current_setting('${name}') as ${name}`).join(', ')},
              has_table_privilege('event', 'update') or has_table_privilege('event', 'delete')
                or has_table_privilege('event', 'truncate') as rewritable`,
    );
    const found = rows[0]!;
    const off = MUST_BE_ON.filter((name) => found[name] === 'off');
    return [
      { about: 'PostgreSQL', state: 'sound', says: `version ${found.version}` },
      off.length === 0
        ? { about: 'Lasting commits', state: 'sound', says: `${MUST_BE_ON.join(', ')} are on` }
        : {
            about: 'Lasting commits',
            state: 'fault',
            says: `${off.join(', ')} is off: a crash can lose what was acknowledged. Switch it on.`,
          },
      found.rewritable
        ? {
            about: 'Rights',
            state: 'fault',
            says: 'The role that appends may also change events; revoke UPDATE, DELETE and TRUNCATE on touchstone.event.',
          }
        : { about: 'Rights', state: 'sound', says: 'the role that appends may not change or delete events' },
    ];
  } finally {
    await pool.end();
  }
}
