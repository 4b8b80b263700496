import { addDays, daysBetween, type IsoDate, type Period } from '#audit-cycle';
import type { Shares } from '../shares.js';
import { workingDay } from '../working-time.js';
import {
  endTies,
  into,
  leaves,
  under,
  type CaseloadInTheMaking,
  type PeopleInTheMaking,
  type TeamInTheMaking,
} from './people-in-the-making.js';

interface Post {
  readonly team: TeamInTheMaking;
  readonly caseload: CaseloadInTheMaking;
  /** Within the team. */
  readonly number: number;
}

const TEAMS_FOR_ONE_MANAGER_WHO_LEAVES = 8;

/** Some leave, some change team and some managers go, in order of time, so that whoever comes meets whoever is there by then. */
export function comeAndGo(
  people: PeopleInTheMaking,
  teams: readonly TeamInTheMaking[],
  during: Period,
  { leave, changeTeam }: Shares['people'],
): void {
  const { chance } = people;
  const posts = teams.flatMap((team) =>
    team.caseloads.map((caseload, number) => ({ team, caseload, number })),
  );
  const shuffled = chance.shuffled(posts, 'changes');
  const leaving = shuffled.slice(0, atLeastOne(posts.length * leave));
  const moving = shuffled.slice(leaving.length, leaving.length + atLeastOne(posts.length * changeTeam));
  const managers = chance
    .shuffled(teams, 'managers')
    .slice(0, atLeastOne(teams.length / TEAMS_FOR_ONE_MANAGER_WHO_LEAVES));
  const changes = [
    ...leaving.map((post, n) => ({
      on: dayOfChange(people, during, `leaving/${n}`),
      happen: (on: IsoDate) => leavePost(people, post, moving[n], on),
    })),
    ...managers.map((team) => ({
      on: dayOfChange(people, during, `manager/${team.plan.name}`),
      happen: (on: IsoDate) => leaveTeam(people, team, on),
    })),
  ].sort((one, other) => (one.on < other.on ? -1 : 1));
  for (const { on, happen } of changes) happen(on);
}

/** A working day within these shares of the time. */
export function dayOfChange(
  { chance }: PeopleInTheMaking,
  { from, to }: Period,
  label: string,
  [first, last]: readonly [number, number] = [0.05, 0.95],
): IsoDate {
  const share = first + (last - first) * chance.uniform(`change/${label}`);
  return workingDay(addDays(from, Math.round(share * daysBetween(from, to))), 0);
}

const atLeastOne = (share: number): number => Math.max(1, Math.round(share));

/** Somebody new takes over; or somebody of another team does, and the new one comes there. */
function leavePost(people: PeopleInTheMaking, post: Post, from: Post | undefined, on: IsoDate): void {
  const next = workingDay(on, 1);
  leaves(people.all.get(post.caseload.carriers.at(-1)!.person)!, on);
  const filled = from === undefined || from.team === post.team ? post : from;
  if (filled !== post) {
    const mover = people.all.get(filled.caseload.carriers.at(-1)!.person)!;
    endTies(mover, on);
    mover.memberships.push({ team: post.team.plan.name, from: next, to: null });
    mover.managers.push({ manager: post.team.manager.id, from: next, to: null });
    post.caseload.carriers.push({ person: mover.id, from: next });
  }
  const key = `successor/${filled.team.plan.name}/${filled.number}`;
  const { id } = people.practises(key, filled.team, undefined, next);
  filled.caseload.carriers.push({ person: id, from: next });
}

/** The next manager comes the working day after, and has the team from then on. */
function leaveTeam(people: PeopleInTheMaking, team: TeamInTheMaking, on: IsoDate): void {
  const next = workingDay(on, 1);
  const before = team.manager;
  leaves(before, on);
  team.manager = people.joins(`next-manager/${team.plan.name}`, ['action-owner'], next);
  into(under(team.manager, team.service), team.plan.name);
  for (const person of people.all.values()) {
    const line = person.managers.findIndex(({ manager, to }) => manager === before.id && to === null);
    if (line === -1) continue;
    const { from } = person.managers[line]!;
    // Somebody who was to come under the old manager only after that day never does.
    const ended = from <= on ? [{ manager: before.id, from, to: on }] : [];
    person.managers.splice(line, 1, ...ended, {
      manager: team.manager.id,
      from: from > next ? from : next,
      to: null,
    });
  }
}
