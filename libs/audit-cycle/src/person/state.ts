import type { IsoDate } from '../vocabulary/dates.js';
import type { ChildId, PersonId, TeamName } from '../vocabulary/identifiers.js';
import type { Role } from '../vocabulary/role.js';
import { teamKey } from '../vocabulary/team-name.js';
import type { Clearance, PersonEvent, Relationship } from './events.js';

/** Both ends of a membership or a line belong to it; `to` null is still so. Nobody of that id: `joined` is null. */
export interface PersonState {
  readonly joined: IsoDate | null;
  /** The last day. */
  readonly left: IsoDate | null;
  readonly roles: readonly Role[];
  readonly memberships: readonly Membership[];
  readonly managers: readonly Line[];
  readonly conflicts: readonly { readonly child: ChildId; readonly relationship: Relationship }[];
  readonly approvedAuditor: boolean;
  /** From the first day on; the one that began last counts. */
  readonly capacities: readonly { readonly audits: number; readonly from: IsoDate }[];
  /** No two of them share a day. */
  readonly absences: readonly Absence[];
  /** The last day for which an agency lends them; null where there is none. */
  readonly agencyEndsOn: IsoDate | null;
  /** Each at most once, with its last day. */
  readonly clearances: readonly { readonly clearance: Clearance; readonly until: IsoDate }[];
}

export interface Membership {
  readonly team: TeamName;
  readonly from: IsoDate;
  readonly to: IsoDate | null;
}

export interface Line {
  readonly manager: PersonId;
  readonly from: IsoDate;
  readonly to: IsoDate | null;
}

/** Both ends belong to it; `to` is null while nobody knows the last day. */
export interface Absence {
  readonly from: IsoDate;
  readonly to: IsoDate | null;
}

export const nobodyYet: PersonState = {
  joined: null,
  left: null,
  roles: [],
  memberships: [],
  managers: [],
  conflicts: [],
  approvedAuditor: false,
  capacities: [],
  absences: [],
  agencyEndsOn: null,
  clearances: [],
};

/** Whether somebody works for the authority on a day. */
export const isHere = (person: PersonState, on: IsoDate): boolean =>
  person.joined !== null && person.joined <= on && (person.left === null || on <= person.left);

export const evolvePerson = (state: PersonState, event: PersonEvent): PersonState => {
  switch (event.type) {
    case 'PersonJoined':
      return {
        ...state,
        joined: event.facts.on,
        left: null,
        // Whoever comes back is neither lent as before nor away as before.
        agencyEndsOn: null,
        absences: state.absences.filter(({ to }) => to !== null),
      };
    case 'RolesGiven':
      return { ...state, roles: event.facts.roles };
    case 'TeamMembershipRecorded': {
      const { team, from } = event.facts;
      const isOther = (known: Membership) => teamKey(known.team) !== teamKey(team) || known.from !== from;
      const others = state.memberships.filter(isOther);
      return { ...state, memberships: [...others, event.facts] };
    }
    case 'LineManagerRecorded': {
      const { manager, from } = event.facts;
      const others = state.managers.filter((known) => known.manager !== manager || known.from !== from);
      return { ...state, managers: [...others, event.facts] };
    }
    case 'ConflictRegistered':
      return { ...state, conflicts: [...state.conflicts, event.facts] };
    case 'AuditorApproved':
      return { ...state, approvedAuditor: true };
    case 'CapacitySet':
      return { ...state, capacities: [...startingElsewhere(state.capacities, event.facts), event.facts] };
    case 'AbsenceRecorded':
      return { ...state, absences: [...startingElsewhere(state.absences, event.facts), event.facts] };
    case 'AbsenceCancelled':
      return { ...state, absences: startingElsewhere(state.absences, event.facts) };
    case 'AgencyEndDateSet':
      return { ...state, agencyEndsOn: event.facts.on };
    case 'ClearanceGiven': {
      const { clearance, until } = event.facts;
      return { ...state, clearances: [...others(state.clearances, clearance), { clearance, until }] };
    }
    case 'ClearanceWithdrawn':
      return { ...state, clearances: others(state.clearances, event.facts.clearance) };
    case 'PersonLeft':
      return leave(state, event.facts.on);
  }
};

const startingElsewhere = <Tie extends { readonly from: IsoDate }>(
  known: readonly Tie[],
  { from }: { readonly from: IsoDate },
): readonly Tie[] => known.filter((one) => one.from !== from);

const others = (known: PersonState['clearances'], clearance: Clearance): PersonState['clearances'] =>
  known.filter((one) => one.clearance !== clearance);

/** Whoever leaves has no role and no clearance any more, and what tied them to a team or a manager ends that day. */
const leave = (state: PersonState, on: IsoDate): PersonState => {
  const ended = <Tie extends Membership | Line>(ties: readonly Tie[]): readonly Tie[] =>
    ties
      .filter((tie) => tie.from <= on)
      .map((tie) => (tie.to === null || tie.to > on ? { ...tie, to: on } : tie));
  return {
    ...state,
    left: on,
    roles: [],
    clearances: [],
    memberships: ended(state.memberships),
    managers: ended(state.managers),
  };
};
