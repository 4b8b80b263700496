import type { AggregateTypes } from './aggregates.js';
import type { Refusal } from './decider.js';
import type { StreamKind } from './event.js';
import type { Actor } from './vocabulary/acting.js';
import type { Instant } from './vocabulary/dates.js';
import type { AuthorityId } from './vocabulary/identifiers.js';

/** A command and the aggregate that decides it. */
export type Order = { [K in StreamKind]: OrderFor<K> }[StreamKind];

export interface OrderFor<K extends StreamKind> {
  readonly kind: K;
  readonly id: string;
  readonly command: AggregateTypes[K]['command'];
}

/** An order on its way: whose it is, who gives it, and the id under which it may be sent again without harm. */
export interface Envelope {
  readonly authority: AuthorityId;
  readonly actor: Actor;
  /** UUID; sent again with the same order it gives the first answer. */
  readonly commandId: string;
  readonly order: Order;
  /** Shared by everything that one request sets in motion; the command id where it is left out. */
  readonly correlation?: string;
  /** Id of the event that a process reacts to. */
  readonly causation?: string;
  /** The revision that the sender saw; a stream that has moved on refuses with `revision-mismatch`. */
  readonly seenRevision?: bigint;
  /** The moment of the decision. Only an authority with a simulated clock takes it; a real one has the clock's. */
  readonly at?: Instant;
}

export type CommandAnswer =
  | {
      readonly ok: true;
      readonly id: string;
      readonly stream: string;
      readonly revision: bigint;
      readonly position: bigint;
      /** The command had been done before; this is the first answer. */
      readonly repeated: boolean;
    }
  | { readonly ok: false; readonly refusal: Refusal };

/** The one way in which anything is decided, whether asked for by a page, the API, the command line or a process. */
export interface CommandGateway {
  execute(envelope: Envelope): Promise<CommandAnswer>;
  /** Resolves when the processes have carried on everything up to the position. @throws Error after `timeoutMs`. */
  carriedOn(authority: AuthorityId, position: bigint, timeoutMs: number): Promise<void>;
}
