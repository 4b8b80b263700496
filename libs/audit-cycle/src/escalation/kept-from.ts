import type { CaseSelected } from '../case-audit/events.js';
import { wasOfTeam } from '../person/independence.js';
import { lookedUp, type People } from '../person/people.js';
import type { PersonId } from '../vocabulary/identifiers.js';

/** The audited case, as far as it says whose team and whose work it is. */
export type EscalatedCase = Pick<CaseSelected['facts'], 'team' | 'worker' | 'asAt'>;

/**
 * Whether an escalation about staff is hidden from somebody: the child's worker, and whoever is of the child's team at
 * the as-at date or at any time after it, be it still to come, whatever roles they hold. Throws when the person was not looked up.
 */
export const isKeptFrom = (
  person: PersonId,
  { restricted }: { readonly restricted: boolean },
  { team, worker, asAt }: EscalatedCase,
  people: People,
): boolean =>
  restricted &&
  (person === worker ||
    (team !== null && wasOfTeam(lookedUp(people, person).memberships, team, asAt, END_OF_TIME)));

const END_OF_TIME = '2199-12-31';
