import { refuse, type Decision } from '../decider.js';
import type { Actor } from '../vocabulary/acting.js';
import { holdsRole } from '../vocabulary/permission.js';
import type { Role } from '../vocabulary/role.js';
import type { SessionOpened } from './events.js';

/** Whoever leads a session holds one of these. */
export const LEADING_ROLES: readonly Role[] = ['qa-lead', 'auditor', 'moderator', 'service-leader'];

/** The leader, or a QA lead who does not grade the record: a session goes on when its leader has left. */
export const mayLead = (actor: Actor, { leader, participants }: SessionOpened['facts']): boolean =>
  actor.person === leader || (holdsRole(actor, 'qa-lead') && !participants.includes(actor.person));

export const notTheLeader = (): Decision<never> =>
  refuse(
    'not-the-leader',
    'Only the leader of the session, or a QA lead who does not grade in it, can do this.',
  );
