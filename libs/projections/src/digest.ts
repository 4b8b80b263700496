import { createHash } from 'node:crypto';
import { canonicalJson } from '#event-log';
import type { View } from '#views';
import type { ViewStore } from './view-store.js';

export interface ViewDigest {
  /** SHA-256 over all rows, hexadecimal. Rows folded from the same events have the same, however they were folded. */
  readonly digest: string;
  readonly rows: number;
  /** How much of the log the rows tell of: only digests of one position can be compared. */
  readonly position: bigint;
}

/** Digest of the live rows of a view: one line of canonical JSON per row, in the order that the store promises. */
export async function digestOf(store: ViewStore, view: View, authority: string): Promise<ViewDigest> {
  const hash = createHash('sha256');
  let rows = 0;
  const position = await store.readOut(view, authority, (table, { stream, from, to, row, ...revisions }) => {
    rows += 1;
    const { fromRevision, toRevision } = revisions;
    hash.update(
      canonicalJson({
        table,
        stream: `${stream.kind}-${stream.id}`,
        fromRevision: fromRevision.toString(),
        toRevision: toRevision?.toString() ?? null,
        from,
        to,
        row,
      }),
    );
    hash.update('\n');
  });
  return { digest: hash.digest('hex'), rows, position };
}
