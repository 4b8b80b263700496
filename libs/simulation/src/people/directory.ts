import {
  conflictOfInterest,
  isHere,
  nobodyYet,
  type ChildId,
  type ConflictCode,
  type Instant,
  type IsoDate,
  type People,
  type PersonId,
  type Role,
  type SubjectOfJudgement,
  type TeamName,
} from '#audit-cycle';
import type { MadeUpPerson, PersonInTheMaking } from './made-up-person.js';
import type { TeamPlan } from './teams.js';

/** One caseload of a team, and who carries it from when. */
export interface Caseload {
  readonly team: TeamPlan;
  readonly carriers: readonly { readonly person: PersonId; readonly from: IsoDate }[];
}

/** Everybody, with all that will ever be true of them. The made-up qa-lead knows it and asks it before allocating anything. */
export class Directory {
  readonly people: People = { find: (id) => this.known.get(id) ?? nobodyYet };

  /** When somebody who was not approved as an auditor comes to be. */
  readonly approvals = new Map<PersonId, Instant>();

  constructor(
    private readonly known: ReadonlyMap<PersonId, PersonInTheMaking>,
    readonly caseloads: readonly Caseload[],
    readonly qaLead: MadeUpPerson,
    readonly administrator: MadeUpPerson,
  ) {}

  all(): readonly MadeUpPerson[] {
    return [...this.known.values()];
  }

  person(id: PersonId): MadeUpPerson {
    const found = this.known.get(id);
    if (found === undefined) throw new Error(`Nobody in the simulation has the id ${id}`);
    return found;
  }

  holding(role: Role): readonly MadeUpPerson[] {
    return this.all().filter(({ roles }) => roles.includes(role));
  }

  /** Whoever holds the role, is here all the time, not away on the first day, and has no tie to the case in it. */
  free(
    role: Role,
    subject: SubjectOfJudgement,
    { from, to }: { readonly from: IsoDate; readonly to: IsoDate },
    except: readonly (PersonId | null)[] = [],
  ): readonly MadeUpPerson[] {
    return this.holding(role).filter(
      (person) =>
        !except.includes(person.id) &&
        isHere(person, from) &&
        isHere(person, to) &&
        !isAway(person, from, from) &&
        this.tie(person.id, subject, to) === null,
    );
  }

  /** The same of auditors, but for those who come to be approved in that time: who is approved when they grade is known of all others. */
  auditors(
    subject: SubjectOfJudgement,
    span: { readonly from: IsoDate; readonly to: IsoDate },
    except: readonly (PersonId | null)[] = [],
  ): readonly MadeUpPerson[] {
    return this.free('auditor', subject, span, except).filter(({ id }) => {
      const approved = this.approvals.get(id)?.slice(0, 10);
      return approved === undefined || approved < span.from || approved > span.to;
    });
  }

  isApproved({ id, approvedAuditor }: MadeUpPerson, on: IsoDate): boolean {
    return approvedAuditor || (this.approvals.get(id) ?? '9') < on;
  }

  tie(person: PersonId, subject: SubjectOfJudgement, today: IsoDate): ConflictCode | null {
    return conflictOfInterest(person, subject, this.people, today);
  }

  managerOf(team: TeamName, on: IsoDate): MadeUpPerson {
    const lead = this.all().find(
      (person) =>
        person.roles.includes('action-owner') &&
        !person.roles.includes('practitioner') &&
        isHere(person, on) &&
        person.memberships.some(
          (one) => one.team === team && one.from <= on && (one.to === null || one.to >= on),
        ),
    );
    if (lead === undefined) throw new Error(`Nobody manages ${team} on ${on}`);
    return lead;
  }

  /** The line manager on a day; null at the top. */
  lineManagerOf(person: PersonId, on: IsoDate): MadeUpPerson | null {
    const line = this.person(person).managers.find(
      (one) => one.from <= on && (one.to === null || one.to >= on),
    );
    return line === undefined ? null : this.person(line.manager);
  }

  /** Somebody turns out to know a child in their own life. */
  remember(person: PersonId, child: ChildId): void {
    this.known.get(person)?.conflicts.push({ child, relationship: 'personal' });
  }
}

/** Whether somebody is on leave or ill on any day from one to another. */
export const isAway = ({ absences }: MadeUpPerson, from: IsoDate, to: IsoDate): boolean =>
  absences.some((one) => one.from <= to && (one.to === null || one.to >= from));
