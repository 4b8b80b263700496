import type { PersonId } from '../vocabulary/identifiers.js';
import type { Audit } from './state.js';

/** Whether somebody audits or moderates the case, or ever graded or moderated it. */
export const hadPartIn = (person: PersonId, { auditor, moderator, graders, moderators }: Audit): boolean =>
  person === auditor || person === moderator || graders.includes(person) || moderators.includes(person);
