import type { PersonId } from '../vocabulary/identifiers.js';
import type { PersonState } from './state.js';

/**
 * People who were looked up before a decision. `undefined` is somebody who was not looked up; an id that nobody
 * has is a person who never joined (`joined` null), as an empty stream gives it.
 */
export interface People {
  readonly find: (id: PersonId) => PersonState | undefined;
}

/** Throws when nobody looked the person up: a decision must not be made on what is not known. */
export const lookedUp = (people: People, id: PersonId): PersonState => {
  const person = people.find(id);
  if (person === undefined) throw new Error(`Not looked up: ${id}`);
  return person;
};
