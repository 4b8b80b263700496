import type { AuthorityId, PersonId } from '#audit-cycle';
import type { PeopleNames, PersonName } from '../names/people-names.js';

/** Names in memory, for tests. */
export class MemoryPeopleNames implements PeopleNames {
  private readonly authorities = new Map<AuthorityId, Map<PersonId, PersonName>>();
  private readonly mail = new Map<AuthorityId, Map<PersonId, string>>();

  async give(authority: AuthorityId, person: PersonId, name: PersonName): Promise<void> {
    this.of(authority).set(person, name);
  }

  async erase(authority: AuthorityId, person: PersonId): Promise<void> {
    this.of(authority).delete(person);
    this.mail.get(authority)?.delete(person);
  }

  async all(authority: AuthorityId): Promise<ReadonlyMap<PersonId, PersonName>> {
    return new Map(this.of(authority));
  }

  async caseSystemNames(authority: AuthorityId): Promise<ReadonlyMap<string, PersonId>> {
    const byName = Map.groupBy(this.of(authority), ([, { caseSystemName }]) => caseSystemName);
    return new Map(
      [...byName].flatMap(([name, people]) =>
        name === null || people.length > 1 ? [] : [[name, people[0]![0]] as const],
      ),
    );
  }

  async giveAddress(authority: AuthorityId, person: PersonId, address: string | null): Promise<boolean> {
    if (!this.of(authority).has(person)) return false;
    const known = this.mail.get(authority) ?? new Map<PersonId, string>();
    this.mail.set(authority, known);
    if (address === null) known.delete(person);
    else known.set(person, address);
    return true;
  }

  async addresses(authority: AuthorityId): Promise<ReadonlyMap<PersonId, string>> {
    return new Map(this.mail.get(authority));
  }

  private of(authority: AuthorityId): Map<PersonId, PersonName> {
    const known = this.authorities.get(authority) ?? new Map<PersonId, PersonName>();
    this.authorities.set(authority, known);
    return known;
  }
}
