import type { IsoDate, Period, Role } from '#audit-cycle';
import type { Chance } from '../chance.js';
import type { PopulationSize } from '../population/population-size.js';
import type { StepMaker } from '../running/step-maker.js';
import type { Shares } from '../shares.js';
import { workingDay } from '../working-time.js';
import { beAway } from './away-for-a-while.js';
import { comeAndGo, dayOfChange } from './comings-and-goings.js';
import { Directory } from './directory.js';
import type { PersonInTheMaking } from './made-up-person.js';
import { into, leaves, PeopleInTheMaking, under, type TeamInTheMaking } from './people-in-the-making.js';
import { teamsFor } from './teams.js';

export interface PeopleRequest {
  /** The day that the authority begins to use the product: whoever is there then has been for a while. */
  readonly begin: IsoDate;
  /** When people come, go and change team. */
  readonly changes: Period;
  readonly population: PopulationSize;
  /** How many cases a cycle audits: there are auditors for that many. */
  readonly cases: number;
  readonly shares: Shares['people'];
}

const CASES_FOR_ONE_AUDITOR = 12.5;
const FEWEST_AUDITORS = 4;
/** Audits in one cycle. */
const CAPACITY = { least: 14, most: 22 };
const TEAMS_FOR_ONE_SERVICE_MANAGER = 6;

/**
 * Makes up a whole directory: teams under managers under service managers under a head of service, a quality assurance team, and
 * auditors of whom some belong to a team themselves. During the span of changes some leave and some change team.
 */
export function makeUpPeople(request: PeopleRequest, chance: Chance, maker: StepMaker): Directory {
  const { begin, changes, population, cases, shares } = request;
  const people = new PeopleInTheMaking(begin, chance, maker);
  const administrator = people.joins('administrator', ['administrator']);
  const qaLead = people.joins('qa-lead', ['qa-lead']);
  for (const role of ['caldicott-guardian', 'board-viewer', 'analyst', 'external-reviewer'] as const) {
    people.joins(role, [role]);
  }
  const auditors = Math.max(FEWEST_AUDITORS, Math.round(cases / CASES_FOR_ONE_AUDITOR));
  const withoutTeam = Math.ceil(auditors * shares.auditorsWithoutTeam);
  makeUpQualityAssurance(people, qaLead, withoutTeam, changes);
  const teams = makeUpTeams(people, population, auditors - withoutTeam);
  comeAndGo(people, teams, changes, shares);
  // Whoever comes last changes nobody else's name.
  for (const n of [2, 3]) people.joins(`external-reviewer/${n}`, ['external-reviewer']);
  const withRole = [...people.all.values()].filter(({ roles }) => roles.includes('auditor'));
  for (const one of withRole) setCapacity(one, chance);
  beAway(
    people,
    withRole.filter(({ roles, memberships }) => roles.length === 1 && memberships.length === 0),
    changes,
  );
  const caseloads = teams.flatMap(({ plan, caseloads: own }) =>
    own.map(({ carriers }) => ({ team: plan, carriers })),
  );
  return new Directory(people.all, caseloads, qaLead, administrator);
}

function setCapacity({ id, joined, capacities }: PersonInTheMaking, chance: Chance): void {
  const audits = chance.of('capacity').between(CAPACITY.least, CAPACITY.most, id);
  capacities.push({ audits, from: joined! });
}

/**
 * They belong to no team with children. Two of them moderate besides. One is lent by an agency and leaves when that ends; another
 * comes, who is not approved yet.
 */
function makeUpQualityAssurance(
  people: PeopleInTheMaking,
  qaLead: PersonInTheMaking,
  auditors: number,
  changes: Period,
): void {
  for (let n = 0; n < auditors; n++) {
    const roles: Role[] = n < 2 ? ['auditor', 'moderator'] : ['auditor'];
    under(people.joins(`auditor/${n}`, roles), qaLead);
  }
  under(people.joins('moderator', ['moderator']), qaLead);
  const on = dayOfChange(people, changes, 'auditor/leaving', [0.3, 0.5]);
  const lent = under(people.joins('auditor/leaving', ['auditor']), qaLead);
  lent.agencyEndsOn = on;
  leaves(lent, on);
  const coming = under(people.joins('auditor/coming', ['auditor'], workingDay(on, 5)), qaLead);
  coming.approvedAuditor = false;
}

/** Every second auditor of a team manages it; the others work in it without cases of their own. Two service managers moderate. */
function makeUpTeams(
  people: PeopleInTheMaking,
  population: PopulationSize,
  auditors: number,
): readonly TeamInTheMaking[] {
  const head = people.joins('head-of-service', ['service-leader']);
  const plans = teamsFor(population);
  const services = Array.from(
    { length: Math.max(2, Math.ceil(plans.length / TEAMS_FOR_ONE_SERVICE_MANAGER)) },
    (_, n) => {
      const roles: Role[] = n < 2 ? ['service-leader', 'moderator'] : ['service-leader'];
      return under(people.joins(`service-manager/${n}`, roles), head);
    },
  );
  return plans.map((plan, n) => {
    const service = services[n % services.length]!;
    const roles: Role[] = n * 2 < auditors ? ['auditor', 'action-owner'] : ['action-owner'];
    const manager = into(under(people.joins(`manager/${plan.name}`, roles), service), plan.name);
    const team: TeamInTheMaking = { plan, service, manager, caseloads: [] };
    if (n * 2 + 1 < auditors) people.practises(`advanced/${plan.name}`, team, ['auditor', 'practitioner']);
    for (let post = 0; post < plan.workers; post++) {
      const { id, joined } = people.practises(`worker/${plan.name}/${post}`, team);
      team.caseloads.push({ carriers: [{ person: id, from: joined! }] });
    }
    return team;
  });
}
