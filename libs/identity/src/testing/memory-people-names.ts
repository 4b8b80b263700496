import type { AuthorityId, PersonId } from '#audit-cycle';
import type { PeopleNames, PersonName } from '../names/people-names.js';

/** Names in memory, for tests. */
export class MemoryPeopleNames implements PeopleNames {
  private readonly authorities = new Map<AuthorityId, Map<PersonId, PersonName>>();

  async give(authority: AuthorityId, person: PersonId, name: PersonName): Promise<void> {
    this.of(authority).set(person, name);
  }

  async erase(authority: AuthorityId, person: PersonId): Promise<void> {
    this.of(authority).delete(person);
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

  private of(authority: AuthorityId): Map<PersonId, PersonName> {
    const known = this.authorities.get(authority) ?? new Map<PersonId, PersonName>();
    this.authorities.set(authority, known);
    return known;
  }
}
