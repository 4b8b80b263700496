import { inTransaction, openPool, ROLES } from '#postgres';
import type { Programme } from './programme.js';
import { authorityOf, seededAppend, streamsOf } from '../seeded-append.js';
import { Uniform } from '../uniform.js';

/** Of PostgreSQL: a unique index refuses, and the right to do it is missing. */
const REFUSALS = new Set(['23505', '42501']);

/** As the role whose sessions write, past append_events: each would make the record something else than what happened. */
const PAST_THE_FUNCTION: readonly (readonly [what: string, statement: string])[] = [
  ['put a second event at a position', insertLike({ revision: 1001, command: null })],
  ['fork a stream', insertLike({ position: 1001, command: null })],
  ['give a command a second effect', insertLike({ position: 1001, revision: 1001 })],
  [
    "write into another authority's stream",
    insertLike({ position: 1001, command: null, stream: 'elsewhere/cycle-0' }),
  ],
];

/** As any role whose sessions are not a migration's. */
const PAST_RECALL: readonly (readonly [what: string, statement: string])[] = [
  ['change an event', 'update touchstone.event set type = type'],
  ['remove an event', 'delete from touchstone.event'],
  ['empty the record', 'truncate touchstone.event'],
  ['remove an authority', 'delete from touchstone.authority'],
];

/** What append_events promises is promised once more by the tables and their rights, for a day on which the function is wrong. */
export const secondLine: Programme = {
  name: 'second-line',
  claim:
    'Past append_events, no role may change or remove an event, nor give a position, a revision or a command to two of them.',
  async run({ connection, doors }, { seed }) {
    const random = new Uniform(seed);
    const authority = authorityOf('second-line', seed);
    const [stream] = streamsOf(random, authority, 1) as [string];
    await doors[0]!.append(seededAppend(random, stream));
    const findings: string[] = [];
    let refused = 0;
    for (const role of ROLES) {
      const pool = openPool({ connection, role, max: 1, log: () => undefined });
      const attempts = role === 'touchstone_append' ? [...PAST_THE_FUNCTION, ...PAST_RECALL] : PAST_RECALL;
      for (const [what, statement] of attempts) {
        const code = await inTransaction(pool, authority, async (client) => {
          await client.query(statement);
          throw new Done();
        }).catch((error: unknown) => (error instanceof Done ? null : (error as { code?: string }).code));
        if (code === null) findings.push(`${role} may ${what}`);
        else if (!REFUSALS.has(code ?? ''))
          findings.push(`${role} cannot ${what} for another reason: ${code}`);
        else refused += 1;
      }
      await pool.end();
    }
    return { findings, did: { refusals: refused } };
  },
};

/** Rolls back what should not have been possible. */
class Done extends Error {}

/** A copy of the first event that differs in some columns. */
function insertLike(changes: object): string {
  return `insert into touchstone.event
          select (jsonb_populate_record(e, '${JSON.stringify(changes)}')).* from touchstone.event e where position = 1`;
}
