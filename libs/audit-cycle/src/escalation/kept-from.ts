import type { CaseSelected } from '../case-audit/events.js';
import { wasOfTeam } from '../person/independence.js';
import { lookedUp, type People } from '../person/people.js';
import type { IsoDate } from '../vocabulary/dates.js';
import type { PersonId } from '../vocabulary/identifiers.js';

/** The audited case, as far as it says whose team and whose work it is. */
export type EscalatedCase = Pick<CaseSelected['facts'], 'team' | 'worker' | 'asAt'>;

/**
 * Whether an escalation about staff is hidden from somebody: the child's worker, and whoever was of the child's team
 * at the as-at date or since, whatever roles they hold. Throws when the person was not looked up.
 */
export const isKeptFrom = (
  person: PersonId,
  { restricted }: { readonly restricted: boolean },
  { team, worker, asAt }: EscalatedCase,
  people: People,
  today: IsoDate,
): boolean =>
  restricted &&
  (person === worker ||
    (team !== null && wasOfTeam(lookedUp(people, person).memberships, team, asAt, today)));
