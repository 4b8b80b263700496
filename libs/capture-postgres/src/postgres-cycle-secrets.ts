import type { AuthorityId, CycleId, Secret } from '#audit-cycle';
import type { CycleSecrets } from '#capture';
import { inTransaction, type Pool } from '#postgres';

/** Secrets in a table of their own, beside the log. Needs the role touchstone_append. */
export class PostgresCycleSecrets implements CycleSecrets {
  /** `newSecret`: 32 random bytes in hexadecimal. */
  constructor(
    private readonly pool: Pool,
    private readonly newSecret: () => Secret,
  ) {}

  async of(authority: AuthorityId, cycle: CycleId): Promise<Secret> {
    return inTransaction(this.pool, authority, async (client) => {
      // Two may ask first at the same moment: one of the two inserts, and both read what it made.
      await client.query(
        `insert into cycle_secret (authority, cycle, secret) values ($1, $2, $3)
         on conflict (authority, cycle) do nothing`,
        [authority, cycle, this.newSecret()],
      );
      const { rows } = await client.query<{ secret: string }>(
        'select secret from cycle_secret where authority = $1 and cycle = $2',
        [authority, cycle],
      );
      return rows[0]!.secret;
    });
  }
}
