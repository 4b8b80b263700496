import type { AuthorityId, PersonId, Role } from '#audit-cycle';

/** What the directory of an authority knows about somebody who works there. */
export interface DirectoryEntry {
  readonly roles: readonly Role[];
  readonly simulatedClock: boolean;
}

/** The people of an authority as the record has them now. */
export interface PeopleDirectory {
  /** Null for an unknown authority, and for anybody who does not work there. */
  find(authority: AuthorityId, person: PersonId): Promise<DirectoryEntry | null>;
}
