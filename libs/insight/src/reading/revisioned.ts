import type { StreamId, View } from '#views';
import type { StreamRevisions } from './sources.js';

/** One thing and the revision of its stream, for the ETag; null when it may not be used to change the thing. */
export interface Revisioned<Thing> {
  readonly thing: Thing;
  readonly revision: bigint | null;
}

/**
 * Reads a thing and the revision of its stream. The revision comes first: when the stream moves on in between, the thing is
 * newer than its ETag and a command that carries it is refused, never the other way round.
 */
export async function withRevision<Thing>(
  revisions: StreamRevisions,
  view: View,
  authority: string,
  stream: StreamId,
  read: () => Promise<Thing | null>,
): Promise<Revisioned<Thing> | null> {
  const revision = await revisions.revision(view, authority, stream);
  const thing = await read();
  return thing === null ? null : { thing, revision };
}
