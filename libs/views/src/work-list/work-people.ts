import {
  isHere,
  isKeptFrom,
  lookedUp,
  wasOfTeam,
  type IsoDate,
  type People,
  type PersonId,
  type TeamName,
} from '#audit-cycle';
import { peopleOf, type PersonTies } from '../person-ties.js';
import type { WorkAudit } from './rows/work-audit.js';

/** What the people of an authority have to do with work: who is here, who manages whom, who is of which team. */
export interface WorkPeople {
  readonly ids: readonly PersonId[];
  readonly people: People;
  /** Whether somebody works here on a day; of somebody of whom nothing is known, nobody can say that they left. */
  readonly isHere: (person: PersonId, on: IsoDate) => boolean;
}

export function workPeople(rows: readonly PersonTies[]): WorkPeople {
  const people = peopleOf(rows);
  const known = new Set(rows.map(({ id }) => id));
  return {
    ids: [...known],
    people,
    isHere: (person, on) => !known.has(person) || isHere(lookedUp(people, person), on),
  };
}

/** Who manages somebody directly on a day; of somebody who has left, on their last day. */
export function managersOn({ people }: WorkPeople, person: PersonId, on: IsoDate): readonly PersonId[] {
  const { left, managers } = lookedUp(people, person);
  const day = left !== null && left < on ? left : on;
  return managers
    .filter(({ from, to }) => from <= day && (to === null || to >= day))
    .map(({ manager }) => manager);
}

/** Everybody who was of one of the teams since the population of an audit was listed. */
export const membersOf = (
  { ids, people }: WorkPeople,
  teams: readonly (TeamName | null)[],
  since: IsoDate,
  on: IsoDate,
): readonly PersonId[] =>
  ids.filter((id) =>
    teams.some((team) => team !== null && wasOfTeam(lookedUp(people, id).memberships, team, since, on)),
  );

/** Everybody from whom something about staff is kept. */
export const keptOut = ({ ids, people }: WorkPeople, audit: WorkAudit): readonly PersonId[] => [
  ...(audit.worker === null ? [] : [audit.worker]),
  ...ids.filter((id) => isKeptFrom(id, { restricted: true }, audit, people)),
];
