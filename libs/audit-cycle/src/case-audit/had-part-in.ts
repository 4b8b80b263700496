import type { PersonId } from '../vocabulary/identifiers.js';
import type { Audit } from './state.js';

/** Whether somebody audits the case, or ever began it, answered for it or graded it. */
export const auditedCase = (person: PersonId, { auditor, auditors }: Audit): boolean =>
  person === auditor || auditors.includes(person);

/** Whether somebody audits or moderates the case, or ever worked on it as its auditor or moderated it. */
export const hadPartIn = (person: PersonId, audit: Audit): boolean =>
  auditedCase(person, audit) || person === audit.moderator || audit.moderators.includes(person);
