import { accept, refuse, type Decision } from '../decider.js';
import { isWritten, narrative } from '../vocabulary/narrative.js';
import type { RegisterConflict } from './commands.js';
import { RELATIONSHIPS, type PersonEvent } from './events.js';
import type { PersonState } from './state.js';

/** Refusals: child-missing, unknown-relationship, already-registered. */
export const registerConflict = (
  { child, relationship, explanation }: RegisterConflict,
  { conflicts }: PersonState,
): Decision<PersonEvent> => {
  if (!isWritten(child)) return refuse('child-missing', "Give the authority's id of the child.");
  if (!RELATIONSHIPS.includes(relationship)) {
    return refuse('unknown-relationship', `The relationships are: ${RELATIONSHIPS.join(', ')}.`);
  }
  if (conflicts.some((known) => known.child === child && known.relationship === relationship)) {
    return refuse('already-registered', 'This conflict is registered already.');
  }
  return accept({
    type: 'ConflictRegistered',
    facts: { child, relationship },
    narrative: narrative({ explanation }),
  });
};
