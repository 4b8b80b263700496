import { accept, refuse, type Decision } from '../decider.js';
import { RELATIONSHIPS } from '../person/events.js';
import type { PersonId } from '../vocabulary/identifiers.js';
import { narrative } from '../vocabulary/narrative.js';
import type { DeclareConflict } from './commands.js';
import type { InOpenCycle } from './context.js';
import type { CaseAuditEvent } from './events.js';
import type { Audit } from './state.js';

/**
 * Somebody who has the case says that they are tied to the child, and has it no longer. A process says it for them when the tie is
 * registered. Once it is graded the auditor's part is done: then the grade is returned, not the person changed.
 * Refusals: unknown-relationship, not-permitted, not-allocated-to-you, already-graded.
 */
export function declareConflict(
  { person: named, relationship, explanation }: DeclareConflict,
  state: Audit,
  { actor }: InOpenCycle,
): Decision<CaseAuditEvent> {
  const person = named ?? actor.person;
  if (!RELATIONSHIPS.includes(relationship)) {
    return refuse('unknown-relationship', `The relationships are: ${RELATIONSHIPS.join(', ')}.`);
  }
  if (person !== actor.person && actor.process === undefined) {
    return refuse(
      'not-permitted',
      'Everybody declares a conflict of their own. Register that of somebody else.',
    );
  }
  const as = partOf(person, state);
  if (as === null) {
    return refuse('not-allocated-to-you', 'Only the auditor and the moderator of this case can do this.');
  }
  if (as === 'auditor' && state.status === 'graded') {
    return refuse('already-graded', 'This audit has been graded. Ask for it to be returned first.');
  }
  return accept({
    type: 'ConflictDeclared',
    facts: { person, as, relationship },
    narrative: narrative({ explanation }),
  });
}

function partOf(person: PersonId, { auditor, moderator }: Audit): 'auditor' | 'moderator' | null {
  if (person === auditor) return 'auditor';
  return person === moderator ? 'moderator' : null;
}
