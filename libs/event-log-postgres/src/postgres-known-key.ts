import type { Pool } from '#postgres';

/** The fingerprint of the key that sealed blobs are sealed with, beside them. Needs the role touchstone_sealed. */
export class PostgresKnownKey {
  constructor(private readonly pool: Pool) {}

  async fingerprint(): Promise<string | null> {
    const { rows } = await this.pool.query<{ fingerprint: string }>('select fingerprint from sealing_key');
    return rows[0]?.fingerprint ?? null;
  }

  /** Keeps the fingerprint unless one is kept, and answers with the one that is. */
  async remember(fingerprint: string): Promise<string> {
    await this.pool.query('insert into sealing_key (fingerprint) values ($1) on conflict do nothing', [
      fingerprint,
    ]);
    return (await this.fingerprint())!;
  }
}
