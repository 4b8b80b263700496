import { LEADING_ROLES, ROLES, type Role } from '#audit-cycle';
import type { ActingPerson } from '#identity';

/**
 * What is about one child. An external reviewer is nowhere among readers: before their own grade they see nothing of ours. A practitioner
 * is not either: what they see is about their own practice.
 */
export const READS_CASES: readonly Role[] = [
  'qa-lead',
  'auditor',
  'moderator',
  'service-leader',
  'caldicott-guardian',
  'inspector',
];

/** Figures as they are used inside, in which a count may be of one child: analysts have those of whole cycles alone. */
export const READS_FIGURES: readonly Role[] = [...READS_CASES, 'analyst'];

/** What is made to be shown: published figures, the scorecard, and which cycles there are. */
export const READS_PUBLISHED: readonly Role[] = [
  ...READS_FIGURES,
  'action-owner',
  'board-viewer',
  'administrator',
];

/** Where each sees what is theirs, whatever their roles: everybody but an external reviewer. */
export const NOT_FROM_OUTSIDE: readonly Role[] = ROLES.filter((role) => role !== 'external-reviewer');

/** Besides those who read cases, owners read the actions that are theirs. */
export const READS_ACTIONS: readonly Role[] = [...READS_CASES, 'action-owner'];

/** Besides these, an auditor reads what was written in their own cases and an owner what was written about their own actions. */
export const READS_ALL_NARRATIVE: readonly Role[] = [
  'qa-lead',
  'caldicott-guardian',
  'service-leader',
  'moderator',
];

/** Of a calibration session: those in it, who hold one of these, and QA leads. */
export const READS_SESSIONS: readonly Role[] = LEADING_ROLES;

/**
 * Who graded a case is told to those who lead the audits, answer for access or inspect. Beside its grades it says how lenient somebody is,
 * so everybody else is told of themselves alone.
 */
export const READS_WHO_GRADED: readonly Role[] = ['qa-lead', 'caldicott-guardian', 'inspector'];

export const readsWhoGraded = ({ roles }: ActingPerson): boolean =>
  READS_WHO_GRADED.some((role) => roles.includes(role));

/** How the record of a case tells somebody who graded. */
export const gradersTo = (acting: ActingPerson): 'named' | 'numbered' =>
  readsWhoGraded(acting) ? 'named' : 'numbered';

export const readsCases = ({ roles }: ActingPerson): boolean =>
  READS_CASES.some((role) => roles.includes(role));
