import type { EventOf } from '../decider.js';
import type { IsoDate } from '../vocabulary/dates.js';
import type { ChildId, PersonId, TeamName } from '../vocabulary/identifiers.js';
import type { Role } from '../vocabulary/role.js';

/** A person, who is a pseudonym here; names live in a directory that can be corrected and erased. */
export type PersonEvent =
  /** Somebody began to work for the authority, or came back; whoever comes back has no role yet. */
  | EventOf<
      'PersonJoined',
      {
        /** First day. */
        on: IsoDate;
      }
    >
  /** What somebody may do was set anew. */
  | EventOf<
      'RolesGiven',
      {
        /** All roles from now on; none takes every role away. */
        roles: readonly Role[];
      }
    >
  /** Somebody belongs to a team. With a team and first day that are on record it corrects the last day. */
  | EventOf<
      'TeamMembershipRecorded',
      {
        team: TeamName;
        /** First day. */
        from: IsoDate;
        /** Last day; null while there is no end. */
        to: IsoDate | null;
      }
    >
  /** Somebody has a line manager. With a manager and first day that are on record it corrects the last day. */
  | EventOf<
      'LineManagerRecorded',
      {
        /** The line manager. */
        manager: PersonId;
        /** First day. */
        from: IsoDate;
        /** Last day; null while there is no end. */
        to: IsoDate | null;
      }
    >
  /** Something ties this person to a child, so that they can never judge work with that child. */
  | EventOf<
      'ConflictRegistered',
      { child: ChildId; relationship: Relationship },
      /** The tie in words. */
      'explanation'
    >
  /** Somebody was approved as an auditor: their audits are not moderated for want of that. */
  | EventOf<
      'AuditorApproved',
      {
        /** Who approved. */
        approvedBy: PersonId;
      }
    >
  /** Somebody stopped working for the authority. Their roles end, and with them their teams and lines. */
  | EventOf<
      'PersonLeft',
      {
        /** Last day. */
        on: IsoDate;
      }
    >;

/** What tied a person to a child, so that they cannot judge the work with that child. */
export const RELATIONSHIPS = [
  'worker',
  'supervisor',
  'line-manager',
  'reviewing-officer',
  'conference-chair',
  'personal',
] as const;
/** What ties a person to a child. */
export type Relationship = (typeof RELATIONSHIPS)[number];
