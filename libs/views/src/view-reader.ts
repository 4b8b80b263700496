import type { AuthorityId, Instant } from '#audit-cycle';
import type { Cursor } from './cursor.js';
import type { TableFold, View } from './view.js';

/** Reads the rows of views. Every figure and list is worked out from rows that were read through this port. */
export interface ViewReader {
  /**
   * One look at a view: everything read through it belongs together and to its position, whatever is written meanwhile.
   * An authority that the view has not met yet has no rows and position 0.
   */
  look<Answer>(view: View, authority: AuthorityId, read: (look: Look) => Promise<Answer>): Promise<Answer>;
}

export interface Look {
  /** How much of the authority's log the rows tell of. */
  readonly position: bigint;
  rows<Row extends object>(table: TableFold<Row>, selection: Selection<Row>): Promise<readonly Row[]>;
}

export interface Selection<Row> {
  readonly where?: { readonly [Column in keyof Row & string]?: Condition<Row[Column]> };
  /** As known at this moment, judged by when the log took events in; without it, as known now. */
  readonly asOf?: Instant | undefined;
  /**
   * Rows come in the order of `by`, which must never be null, and of `id` where that is equal; entries always come in
   * the order of the log. Without it, in the order of `id`.
   */
  readonly order?: Order<Row>;
  /** Only what comes after this place in the order. */
  readonly after?: Cursor | undefined;
  readonly limit?: number;
}

export interface Order<Row> {
  readonly by: keyof Row & string;
  readonly descending?: boolean;
}

/** Equal to a value (null included), to one of several, or before one. Undefined asks nothing. */
export type Condition<Value> =
  Value | { readonly in: readonly Value[] } | { readonly before: Value } | undefined;
