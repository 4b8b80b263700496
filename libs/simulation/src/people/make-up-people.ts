import { addDays, daysBetween, type IsoDate, type Period, type Role, type TeamName } from '#audit-cycle';
import type { Chance } from '../chance.js';
import type { PopulationSize } from '../population/population-size.js';
import type { StepMaker } from '../running/step-maker.js';
import { workingDay } from '../working-time.js';
import { Directory, type Caseload } from './directory.js';
import type { PersonInTheMaking } from './made-up-person.js';
import { madeUpNames } from './made-up-names.js';
import { teamsFor, type TeamPlan } from './teams.js';

export interface PeopleRequest {
  /** The day that the authority begins to use the product: whoever is there then has been for a while. */
  readonly begin: IsoDate;
  /** When people come, go and change team. */
  readonly changes: Period;
  readonly population: PopulationSize;
  /** How many cases a cycle audits: there are auditors for that many. */
  readonly cases: number;
}

const CASES_FOR_ONE_AUDITOR = 12.5;
const TEAMS_FOR_ONE_SERVICE_MANAGER = 6;

interface TeamInTheMaking {
  readonly plan: TeamPlan;
  manager: PersonInTheMaking;
  readonly service: PersonInTheMaking;
  readonly caseloads: { readonly carriers: { person: string; from: IsoDate }[] }[];
}

/**
 * Makes up a whole directory: teams under managers under service managers under a head of service, a quality assurance team, and
 * auditors of whom some belong to a team themselves. During the span of changes some leave and some change team.
 */
export function makeUpPeople(request: PeopleRequest, chance: Chance, maker: StepMaker): Directory {
  return new PeopleMaker(request, chance, maker).make();
}

class PeopleMaker {
  private readonly people = new Map<string, PersonInTheMaking>();
  private readonly names: readonly string[];
  private readonly plans: readonly TeamPlan[];

  constructor(
    private readonly request: PeopleRequest,
    private readonly chance: Chance,
    private readonly maker: StepMaker,
  ) {
    this.plans = teamsFor(request.population);
    this.names = madeUpNames(1000, chance);
  }

  make(): Directory {
    const administrator = this.joins('administrator', ['administrator']);
    const qaLead = this.joins('qa-lead', ['qa-lead']);
    for (const role of ['caldicott-guardian', 'board-viewer', 'analyst', 'external-reviewer'] as const) {
      this.joins(role, [role]);
    }
    const auditors = Math.max(4, Math.round(this.request.cases / CASES_FOR_ONE_AUDITOR));
    this.qualityAssuranceTeam(qaLead, Math.ceil(auditors * 0.4));
    const teams = this.teams(auditors - Math.ceil(auditors * 0.4));
    this.changes(teams);
    const caseloads = teams.flatMap((team): Caseload[] =>
      team.caseloads.map(({ carriers }) => ({ team: team.plan, carriers })),
    );
    return new Directory(this.people, caseloads, qaLead, administrator);
  }

  /** They belong to no team with children; two of them moderate besides. */
  private qualityAssuranceTeam(qaLead: PersonInTheMaking, size: number): void {
    for (let n = 0; n < size; n++) {
      const roles: Role[] = n < 2 ? ['auditor', 'moderator'] : ['auditor'];
      under(this.joins(`auditor/${n}`, roles), qaLead);
    }
    under(this.joins('moderator', ['moderator']), qaLead);
    const leaver = this.joins('auditor/leaving', ['auditor']);
    const on = this.changeDay('auditor/leaving', 0.3, 0.5);
    under(leaver, qaLead);
    leaves(leaver, on);
    under(this.joins('auditor/coming', ['auditor'], workingDay(on, 5)), qaLead);
  }

  private teams(auditors: number): readonly TeamInTheMaking[] {
    const head = this.joins('head-of-service', ['service-leader']);
    const services = Math.max(2, Math.ceil(this.plans.length / TEAMS_FOR_ONE_SERVICE_MANAGER));
    const serviceManagers = Array.from({ length: services }, (_, n) =>
      under(
        this.joins(`service-manager/${n}`, n < 2 ? ['service-leader', 'moderator'] : ['service-leader']),
        head,
      ),
    );
    return this.plans.map((plan, n): TeamInTheMaking => {
      const service = serviceManagers[n % services]!;
      const audits = n * 2 < auditors;
      const manager = this.joins(
        `manager/${plan.name}`,
        audits ? ['auditor', 'action-owner'] : ['action-owner'],
      );
      const team = { plan, service, manager, caseloads: [] };
      into(under(manager, service), plan.name);
      if (n * 2 + 1 < auditors) this.practises(`advanced/${plan.name}`, team, ['auditor', 'practitioner']);
      return this.carriers(team);
    });
  }

  private carriers(team: TeamInTheMaking): TeamInTheMaking {
    for (let n = 0; n < team.plan.workers; n++) {
      const { id, joined } = this.practises(`worker/${team.plan.name}/${n}`, team);
      team.caseloads.push({ carriers: [{ person: id, from: joined! }] });
    }
    return team;
  }

  private practises(
    key: string,
    team: TeamInTheMaking,
    roles: readonly Role[] = ['practitioner', 'action-owner'],
    joined?: IsoDate,
  ): PersonInTheMaking {
    return into(under(this.joins(key, roles, joined), team.manager), team.plan.name);
  }

  /** In order of time, so that whoever comes meets whoever manages the team by then. */
  private changes(teams: readonly TeamInTheMaking[]): void {
    const caseloads = teams.flatMap((team) => team.caseloads.map((caseload, n) => ({ team, caseload, n })));
    const shuffled = this.chance.shuffled(caseloads, 'changes');
    const leaving = shuffled.slice(0, Math.max(1, Math.round(caseloads.length * 0.05)));
    const moving = shuffled.slice(
      leaving.length,
      leaving.length + Math.max(1, Math.round(caseloads.length * 0.02)),
    );
    const managers = this.chance
      .shuffled(teams, 'managers')
      .slice(0, Math.max(1, Math.round(teams.length / 8)));
    const changes = [
      ...leaving.map((one, n) => ({
        on: this.changeDay(`leaving/${n}`),
        happen: this.workerLeaves(one, moving[n]),
      })),
      ...managers.map((team) => ({
        on: this.changeDay(`manager/${team.plan.name}`),
        happen: this.managerLeaves(team),
      })),
    ].sort((one, other) => (one.on < other.on ? -1 : 1));
    for (const { on, happen } of changes) happen(on);
  }

  /** Somebody new takes over; or somebody of another team does, and the new one comes there. */
  private workerLeaves(
    {
      team,
      caseload,
      n,
    }: { team: TeamInTheMaking; caseload: TeamInTheMaking['caseloads'][number]; n: number },
    from: { team: TeamInTheMaking; caseload: TeamInTheMaking['caseloads'][number]; n: number } | undefined,
  ): (on: IsoDate) => void {
    return (on) => {
      const next = workingDay(on, 1);
      leaves(this.people.get(caseload.carriers.at(-1)!.person)!, on);
      if (from === undefined || from.team === team) {
        const key = `successor/${team.plan.name}/${n}`;
        const { id } = this.practises(key, team, undefined, next);
        caseload.carriers.push({ person: id, from: next });
        return;
      }
      const mover = this.people.get(from.caseload.carriers.at(-1)!.person)!;
      endTies(mover, on);
      mover.memberships.push({ team: team.plan.name, from: next, to: null });
      mover.managers.push({ manager: team.manager.id, from: next, to: null });
      caseload.carriers.push({ person: mover.id, from: next });
      const key = `successor/${from.team.plan.name}/${from.n}`;
      from.caseload.carriers.push({ person: this.practises(key, from.team, undefined, next).id, from: next });
    };
  }

  private managerLeaves(team: TeamInTheMaking): (on: IsoDate) => void {
    return (on) => {
      const next = workingDay(on, 1);
      const before = team.manager;
      leaves(before, on);
      team.manager = this.joins(`next-manager/${team.plan.name}`, ['action-owner'], next);
      into(under(team.manager, team.service), team.plan.name);
      for (const person of this.people.values()) {
        const line = person.managers.find(({ manager, to }) => manager === before.id && to === null);
        if (line === undefined) continue;
        line.to = on;
        person.managers.push({ manager: team.manager.id, from: next, to: null });
      }
    };
  }

  private joins(key: string, roles: readonly Role[], joined?: IsoDate): PersonInTheMaking {
    const chance = this.chance.of('person', key);
    const person: PersonInTheMaking = {
      id: this.maker.id('person', key),
      name: this.names[this.people.size]!,
      roles,
      joined: joined ?? addDays(this.request.begin, -chance.between(60, 3000, 'joined')),
      left: null,
      memberships: [],
      managers: [],
      conflicts: [],
      approvedAuditor: roles.includes('auditor'),
      leniency: roles.includes('auditor')
        ? 0.12 + 0.25 * chance.normal('leniency')
        : -0.2 + 0.12 * chance.normal('leniency'),
    };
    this.people.set(person.id, person);
    return person;
  }

  private changeDay(label: string, after = 0.05, before = 0.95): IsoDate {
    const { from, to } = this.request.changes;
    const share = after + (before - after) * this.chance.uniform(`change/${label}`);
    return workingDay(addDays(from, Math.round(share * daysBetween(from, to))), 0);
  }
}

function under(person: PersonInTheMaking, manager: PersonInTheMaking): PersonInTheMaking {
  const from = person.joined! > manager.joined! ? person.joined! : manager.joined!;
  person.managers.push({ manager: manager.id, from, to: null });
  return person;
}

function into(person: PersonInTheMaking, team: TeamName): PersonInTheMaking {
  person.memberships.push({ team, from: person.joined!, to: null });
  return person;
}

function leaves(person: PersonInTheMaking, on: IsoDate): void {
  endTies(person, on);
  person.left = on;
}

function endTies({ memberships, managers }: PersonInTheMaking, on: IsoDate): void {
  for (const tie of [...memberships, ...managers]) tie.to ??= on;
}
