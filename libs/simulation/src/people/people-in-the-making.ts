import { addDays, type IsoDate, type Role, type TeamName } from '#audit-cycle';
import type { Chance } from '../chance.js';
import type { StepMaker } from '../running/step-maker.js';
import { madeUpNames } from './made-up-names.js';
import type { PersonInTheMaking } from './made-up-person.js';
import type { TeamPlan } from './teams.js';

export interface TeamInTheMaking {
  readonly plan: TeamPlan;
  manager: PersonInTheMaking;
  readonly service: PersonInTheMaking;
  readonly caseloads: CaseloadInTheMaking[];
}

export interface CaseloadInTheMaking {
  readonly carriers: { readonly person: string; readonly from: IsoDate }[];
}

/** Whoever has been made up so far, and how somebody comes to be somewhere. */
export class PeopleInTheMaking {
  readonly all = new Map<string, PersonInTheMaking>();
  private readonly names: readonly string[];

  constructor(
    private readonly begin: IsoDate,
    readonly chance: Chance,
    private readonly maker: StepMaker,
  ) {
    this.names = madeUpNames(chance);
  }

  /** Without a day, they have been there since before the authority began. Auditors are a little kind, moderators are not. */
  joins(key: string, roles: readonly Role[], joined?: IsoDate): PersonInTheMaking {
    const chance = this.chance.of('person', key);
    const name = this.names[this.all.size];
    if (name === undefined)
      throw new RangeError(`Simulate fewer cases: there are ${this.names.length} made-up people`);
    const person: PersonInTheMaking = {
      id: this.maker.id('person', key),
      name,
      roles,
      joined: joined ?? addDays(this.begin, -chance.between(60, 3000, 'joined')),
      left: null,
      memberships: [],
      managers: [],
      conflicts: [],
      clearances: [],
      approvedAuditor: roles.includes('auditor'),
      capacities: [],
      absences: [],
      agencyEndsOn: null,
      calledOff: [],
      leniency: roles.includes('auditor')
        ? 0.12 + 0.25 * chance.normal('leniency')
        : -0.2 + 0.12 * chance.normal('leniency'),
    };
    this.all.set(person.id, person);
    return person;
  }

  /** Somebody new in a team, under whoever manages it. */
  practises(
    key: string,
    team: TeamInTheMaking,
    roles: readonly Role[] = ['practitioner', 'action-owner'],
    joined?: IsoDate,
  ): PersonInTheMaking {
    return into(under(this.joins(key, roles, joined), team.manager), team.plan.name);
  }
}

export function under(person: PersonInTheMaking, manager: PersonInTheMaking): PersonInTheMaking {
  const from = person.joined! > manager.joined! ? person.joined! : manager.joined!;
  person.managers.push({ manager: manager.id, from, to: null });
  return person;
}

export function into(person: PersonInTheMaking, team: TeamName): PersonInTheMaking {
  person.memberships.push({ team, from: person.joined!, to: null });
  return person;
}

export function leaves(person: PersonInTheMaking, on: IsoDate): void {
  endTies(person, on);
  person.left = on;
}

export function endTies({ memberships, managers }: PersonInTheMaking, on: IsoDate): void {
  for (const tie of [...memberships, ...managers]) tie.to ??= on;
}
