import type { AuthorityId, PersonId } from '#audit-cycle';
import type { PeopleNames, PersonName } from '#identity';
import { inTransaction, type Pool } from '#postgres';

/** Names in a table of their own. Writing needs the role touchstone_append; for reading, touchstone_read is enough. */
export class PostgresPeopleNames implements PeopleNames {
  constructor(private readonly pool: Pool) {}

  async give(authority: AuthorityId, person: PersonId, { name, caseSystemName }: PersonName): Promise<void> {
    await inTransaction(this.pool, authority, (client) =>
      client.query(
        `insert into person_name (authority, person, name, case_system_name) values ($1, $2, $3, $4)
         on conflict (authority, person) do update
           set name = excluded.name, case_system_name = excluded.case_system_name`,
        [authority, person, name, caseSystemName],
      ),
    );
  }

  async erase(authority: AuthorityId, person: PersonId): Promise<void> {
    await inTransaction(this.pool, authority, (client) =>
      client.query('delete from person_name where authority = $1 and person = $2', [authority, person]),
    );
  }

  async all(authority: AuthorityId): Promise<ReadonlyMap<PersonId, PersonName>> {
    const { rows } = await inTransaction(this.pool, authority, (client) =>
      client.query<{ person: string; name: string; case_system_name: string | null }>(
        'select person, name, case_system_name from person_name where authority = $1',
        [authority],
      ),
    );
    return new Map(rows.map((row) => [row.person, { name: row.name, caseSystemName: row.case_system_name }]));
  }

  async giveAddress(authority: AuthorityId, person: PersonId, address: string | null): Promise<boolean> {
    const { rowCount } = await inTransaction(this.pool, authority, (client) =>
      client.query('update person_name set mail_address = $3 where authority = $1 and person = $2', [
        authority,
        person,
        address,
      ]),
    );
    return rowCount === 1;
  }

  async addresses(authority: AuthorityId): Promise<ReadonlyMap<PersonId, string>> {
    const { rows } = await inTransaction(this.pool, authority, (client) =>
      client.query<{ person: string; address: string }>(
        `select person, mail_address as address from person_name
          where authority = $1 and mail_address is not null`,
        [authority],
      ),
    );
    return new Map(rows.map(({ person, address }) => [person, address]));
  }

  async caseSystemNames(authority: AuthorityId): Promise<ReadonlyMap<string, PersonId>> {
    const { rows } = await inTransaction(this.pool, authority, (client) =>
      client.query<{ written: string; person: string }>(
        `select case_system_name as written, (array_agg(person))[1] as person from person_name
          where authority = $1 and case_system_name is not null
          group by case_system_name having count(*) = 1`,
        [authority],
      ),
    );
    return new Map(rows.map(({ written, person }) => [written, person]));
  }
}
