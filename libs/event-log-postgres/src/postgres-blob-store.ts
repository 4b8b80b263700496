import { sha256Hex, type BlobStore } from '#event-log';
import { inTransaction, type Pool } from '#postgres';

/** `blob` needs the role touchstone_append, `sealed_blob` the role touchstone_sealed. */
export type BlobTable = 'blob' | 'sealed_blob';

/** Blobs in a table beside the log, so that they are in the same backup. */
export class PostgresBlobStore implements BlobStore {
  constructor(
    private readonly pool: Pool,
    private readonly table: BlobTable = 'blob',
  ) {}

  async put(authority: string, bytes: Uint8Array): Promise<string> {
    const digest = sha256Hex(bytes);
    await inTransaction(this.pool, authority, (client) =>
      client.query(`insert into ${this.table} values ($1, decode($2, 'hex'), $3) on conflict do nothing`, [
        authority,
        digest,
        bytes,
      ]),
    );
    return digest;
  }

  async get(authority: string, digest: string): Promise<Uint8Array | null> {
    const { rows } = await inTransaction(this.pool, authority, (client) =>
      client.query<{ bytes: Buffer }>(
        `select bytes from ${this.table} where authority = $1 and digest = decode($2, 'hex')`,
        [authority, digest],
      ),
    );
    const bytes = rows[0]?.bytes ?? null;
    if (bytes !== null && sha256Hex(bytes) !== digest) {
      throw new Error(
        `The blob ${digest} has been damaged: its bytes have another digest. Restore it from a backup.`,
      );
    }
    return bytes;
  }
}
