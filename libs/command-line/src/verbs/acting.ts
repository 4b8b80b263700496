import type { Actor } from '#audit-cycle';
import type { Touchstone } from '../touchstone.js';

export interface ActingOptions {
  readonly authority: string;
  readonly as: string;
}

/** Whoever records something must be somebody of the directory. */
export async function actingPerson(
  touchstone: Touchstone,
  { authority, as }: ActingOptions,
): Promise<Actor | NotKnown> {
  const actor = await touchstone.actor(authority, as);
  if (actor !== null) return actor;
  return {
    code: 'person-unknown',
    message: `Nobody with the id ${as} works for the authority ${authority}. Name somebody of its people directory with --as.`,
  };
}

interface NotKnown {
  readonly code: 'person-unknown';
  readonly message: string;
}
