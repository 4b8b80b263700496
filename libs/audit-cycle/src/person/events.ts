import type { EventOf } from '../decider.js';
import type { IsoDate } from '../vocabulary/dates.js';
import type { ChildId, PersonId, TeamName } from '../vocabulary/identifiers.js';
import type { Role } from '../vocabulary/role.js';

/** A person is a pseudonym here; names live in a directory that can be corrected and erased. */
export type PersonEvent =
  | EventOf<'PersonJoined', { on: IsoDate }>
  | EventOf<'RolesGiven', { roles: readonly Role[] }>
  | EventOf<'TeamMembershipRecorded', { team: TeamName; from: IsoDate; to: IsoDate | null }>
  | EventOf<'LineManagerRecorded', { manager: PersonId; from: IsoDate; to: IsoDate | null }>
  | EventOf<'ConflictRegistered', { child: ChildId; relationship: Relationship }, 'explanation'>
  | EventOf<'AuditorApproved', { approvedBy: PersonId }>
  | EventOf<'PersonLeft', { on: IsoDate }>;

/** What tied a person to a child, so that they cannot judge the work with that child. */
export const RELATIONSHIPS = [
  'worker',
  'supervisor',
  'line-manager',
  'reviewing-officer',
  'conference-chair',
  'personal',
] as const;
export type Relationship = (typeof RELATIONSHIPS)[number];
