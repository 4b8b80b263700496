import type { AuditCycleEvent, Instant, StreamKind } from '#audit-cycle';

export interface StreamId {
  readonly kind: StreamKind;
  readonly id: string;
}

/** Where and when an event stands, the same in every read and every rebuild. */
export interface EventPlace {
  /** Order within the authority's log. */
  readonly position: bigint;
  readonly stream: StreamId;
  /** Order within the stream, from 0 without gaps. */
  readonly revision: bigint;
  readonly id: string;
  readonly occurredAt: Instant;
  readonly recordedAt: Instant;
  readonly actor: string;
}

/** An event as views see it: its place and its facts. Narrative has no place here, so no view can ever hold any. */
export type ViewEvent = {
  [Event in AuditCycleEvent as Event['type']]: EventPlace & Pick<Event, 'type' | 'facts'>;
}[AuditCycleEvent['type']];

export type ViewEventNamed<Type extends ViewEvent['type']> = Extract<ViewEvent, { type: Type }>;

/**
 * A read model: tables folded from the log. `version` counts up whenever a fold would give other rows from the same
 * events; the rows are then made anew.
 */
export interface View {
  readonly name: string;
  readonly version: number;
  readonly tables: readonly TableFold[];
}

/**
 * How one table follows from the log. Every row belongs to one stream and is folded from that stream alone, so the
 * order between streams never matters.
 * - `versions`: one fact row per stream, kept in versions: each change closes the one before, and what was known at a
 *   moment stays there to be asked for. Rows carry the id of their stream as `id`.
 * - `entries`: a row per event, never changed afterwards; the fold is given the stream's entry before it.
 */
export interface TableFold<Row extends object = object> {
  readonly table: string;
  readonly keeps: 'versions' | 'entries';
  /** Streams of other kinds are not for this table. */
  readonly kinds: readonly StreamKind[];
  /**
   * The row after the event; the same row when the event says nothing to this table. `row` is null at a stream's first.
   * @throws Error for an event that cannot stand where it stands: the log is then not what it should be.
   */
  fold(row: Row | null, event: ViewEvent): Row;
}

/** The kinds of stream that a view is folded from. */
export const kindsOf = (view: View): readonly StreamKind[] => [
  ...new Set(view.tables.flatMap(({ kinds }) => kinds)),
];
