import type { KnownAppend } from './known-append.js';

/** Where the appends of a batch will stand if each of them comes in. */
export interface Foresight {
  readonly appends: readonly ForeseenAppend[];
  /** How many events they are together. */
  readonly events: number;
  /** The last event of each stream that goes on, which must be there. */
  readonly goesOnFrom: readonly { readonly stream: string; readonly revision: bigint }[];
}

export interface ForeseenAppend {
  readonly append: KnownAppend;
  readonly firstRevision: bigint;
  readonly lastRevision: bigint;
}

/**
 * Works out the revisions of a batch whose every append names the revision that it goes on from, or expects no stream; null for any other
 * batch, and for one whose appends to a stream do not follow from each other.
 */
export function foresee(batch: readonly KnownAppend[]): Foresight | null {
  const ends = new Map<string, bigint>();
  const goesOnFrom = [];
  const appends: ForeseenAppend[] = [];
  let events = 0;
  for (const append of batch) {
    const { stream, expect } = append;
    if (expect === 'any' || expect === 'exists') return null;
    const before = expect === 'none' ? -1n : expect;
    const end = ends.get(stream);
    if (end === undefined && before >= 0n) goesOnFrom.push({ stream, revision: before });
    if (end !== undefined && end !== before) return null;
    const lastRevision = before + BigInt(append.events.length);
    ends.set(stream, lastRevision);
    appends.push({ append, firstRevision: before + 1n, lastRevision });
    events += append.events.length;
  }
  return { appends, events, goesOnFrom };
}
