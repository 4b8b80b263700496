import type { People } from '../person/people.js';
import type { PersonState } from '../person/state.js';
import type { PersonId } from '../vocabulary/identifiers.js';

/** Exactly these people were looked up. */
export const peopleOf = (known: ReadonlyMap<PersonId, PersonState>): People => ({
  find: (id) => known.get(id),
});
