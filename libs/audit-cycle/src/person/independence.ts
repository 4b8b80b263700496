import type { IsoDate } from '../vocabulary/dates.js';
import type { ChildId, PersonId, TeamName } from '../vocabulary/identifiers.js';
import { teamKey } from '../vocabulary/team-name.js';
import { lookedUp, type People } from './people.js';
import type { Line, Membership } from './state.js';

/** The case that somebody is to judge, as it stood in the population that it was drawn from. */
export interface SubjectOfJudgement {
  readonly child: ChildId;
  readonly team: TeamName | null;
  readonly worker: PersonId | null;
  readonly asAt: IsoDate;
}

export type ConflictCode = 'own-case' | 'supervises-worker' | 'own-team' | 'registered-conflict';

/**
 * Why a person cannot judge the work with a child, or null when they can (rule 1 of the domain): they are its worker,
 * stand above the worker in the line, or are of the child's team, at the as-at date or on any day since until today;
 * or a conflict with the child is registered. Where several hold, the first in that order is named.
 * Throws when the person, the worker or somebody above the worker was not looked up: not knowing is not independence.
 */
export const conflictOfInterest = (
  person: PersonId,
  subject: SubjectOfJudgement,
  people: People,
  today: IsoDate,
): ConflictCode | null => {
  const { memberships, conflicts } = lookedUp(people, person);
  const above = lineAbove(subject, people, today);
  if (person === subject.worker) return 'own-case';
  if (above.has(person)) return 'supervises-worker';
  if (subject.team !== null && wasOfTeam(memberships, subject.team, subject.asAt, today)) return 'own-team';
  return conflicts.some((conflict) => conflict.child === subject.child) ? 'registered-conflict' : null;
};

/** Whether one of the memberships was of the team, however its name is written, on any day from `since` until `today`. */
export const wasOfTeam = (
  memberships: readonly Membership[],
  team: TeamName,
  since: IsoDate,
  today: IsoDate,
): boolean =>
  memberships.some(
    (membership) => teamKey(membership.team) === teamKey(team) && held(membership, since, today),
  );

const held = (tie: Membership | Line, since: IsoDate, today: IsoDate): boolean =>
  tie.from <= (today < since ? since : today) && (tie.to === null || tie.to >= since);

/** Everybody above the worker, link by link; each is visited once, so a line that runs in a circle ends as well. */
const lineAbove = (
  { worker, asAt }: SubjectOfJudgement,
  people: People,
  today: IsoDate,
): ReadonlySet<PersonId> => {
  const above = new Set<PersonId>();
  const toVisit = worker === null ? [] : [worker];
  for (let id = toVisit.pop(); id !== undefined; id = toVisit.pop()) {
    for (const line of lookedUp(people, id).managers) {
      if (!held(line, asAt, today) || above.has(line.manager)) continue;
      above.add(line.manager);
      toVisit.push(line.manager);
    }
  }
  return above;
};
