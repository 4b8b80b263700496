import type { KnownAppend } from './known-append.js';

/** The last one that a bigint of PostgreSQL can hold. */
const LAST_REVISION = 2n ** 63n - 1n;

/** Where the appends of a batch will stand if each of them comes in. */
export interface Foresight {
  readonly appends: readonly ForeseenAppend[];
  /** How many events they are together. */
  readonly events: number;
  /** Each stream, and the revision of its last event before the batch; -1 for a stream without events. */
  readonly before: readonly { readonly stream: string; readonly revision: bigint }[];
}

export interface ForeseenAppend {
  readonly append: KnownAppend;
  readonly firstRevision: bigint;
  readonly lastRevision: bigint;
}

/**
 * Works out the revisions of a batch whose every append names the revision that it goes on from, or expects no stream; null for any other
 * batch, for one whose appends to a stream do not follow from each other, and for revisions that there cannot be.
 */
export function foresee(batch: readonly KnownAppend[]): Foresight | null {
  const ends = new Map<string, bigint>();
  const before = [];
  const appends: ForeseenAppend[] = [];
  let events = 0;
  for (const append of batch) {
    const { stream, expect } = append;
    if (expect === 'any' || expect === 'exists') return null;
    const revision = expect === 'none' ? -1n : expect;
    const end = ends.get(stream);
    if (end === undefined) before.push({ stream, revision });
    else if (end !== revision) return null;
    const lastRevision = revision + BigInt(append.events.length);
    if (lastRevision > LAST_REVISION) return null;
    ends.set(stream, lastRevision);
    appends.push({ append, firstRevision: revision + 1n, lastRevision });
    events += append.events.length;
  }
  return { appends, events, before };
}
