import type { AuthorityId, PersonId } from '#audit-cycle';

export interface PersonName {
  /** As people of the authority call them. */
  readonly name: string;
  /** As the case system's lists write them; null for somebody who is on no list. */
  readonly caseSystemName: string | null;
}

/**
 * The names behind the pseudonyms of the record. They stand outside the log, so that they can be corrected and erased while
 * the record stays as it is.
 */
export interface PeopleNames {
  /** Gives a name, or corrects the one that was there; the address stays. */
  give(authority: AuthorityId, person: PersonId, name: PersonName): Promise<void>;
  /** Nothing of name and address stays here; the record keeps the pseudonym. */
  erase(authority: AuthorityId, person: PersonId): Promise<void>;
  /** Everybody's name; who has none, or none any more, is not in it. */
  all(authority: AuthorityId): Promise<ReadonlyMap<PersonId, PersonName>>;
  /** Whose name a list writes. A name that two people share is left out: which of them is meant, nobody may guess. */
  caseSystemNames(authority: AuthorityId): Promise<ReadonlyMap<string, PersonId>>;
  /** Says where mail for somebody goes; null for nowhere. False, and nothing is kept, for somebody without a name. */
  giveAddress(authority: AuthorityId, person: PersonId, address: string | null): Promise<boolean>;
  /** Where mail goes; who has no address, or none any more, is not in it. */
  addresses(authority: AuthorityId): Promise<ReadonlyMap<PersonId, string>>;
}

export const PEOPLE_NAMES = Symbol('people names');
