import type { AuthorityId, PersonId, Role } from '#audit-cycle';
import type { Problem } from '#platform';

/** Who a request comes from, and in which authority. */
export interface ActingPerson {
  readonly authority: AuthorityId;
  readonly person: PersonId;
  readonly roles: readonly Role[];
  /** The authority's moments are made up: only there may a request say when something happened. */
  readonly simulatedClock: boolean;
}

export type RequestHeaders = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Finds out who a request comes from. */
export interface ActingPersonSource {
  /** A problem 401 where that cannot be said. */
  identify(headers: RequestHeaders): Promise<ActingPerson | Problem>;
}

export const ACTING_PERSON_SOURCE = Symbol('acting person source');
