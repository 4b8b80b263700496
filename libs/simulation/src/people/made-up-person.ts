import type { IsoDate, Line, Membership, PersonState } from '#audit-cycle';
import type { NamedPerson } from '../ports.js';

/** Somebody of the simulation, with everything that will ever be true of them: their roles stay theirs after they left. */
export interface MadeUpPerson extends PersonState, NamedPerson {
  /** How much kinder than the common standard they grade, in standard deviations of the quality of cases. */
  readonly leniency: number;
  /** Leave that was planned and then called off. */
  readonly calledOff: readonly CalledOff[];
}

export interface CalledOff {
  readonly from: IsoDate;
  readonly to: IsoDate;
  /** The days of the planning and of the change of plan. */
  readonly planned: IsoDate;
  readonly on: IsoDate;
}

/** The same while the directory is being made up. */
export interface PersonInTheMaking extends MadeUpPerson {
  left: string | null;
  approvedAuditor: boolean;
  readonly memberships: (Membership & { to: string | null })[];
  readonly managers: (Line & { to: string | null })[];
  readonly capacities: PersonState['capacities'][number][];
  readonly absences: PersonState['absences'][number][];
  agencyEndsOn: string | null;
  readonly calledOff: CalledOff[];
  readonly conflicts: { child: string; relationship: 'personal' }[];
}
