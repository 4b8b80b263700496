/** A place in an ordered list: the row that was last on a page. */
export interface Cursor {
  readonly value: string;
  readonly id: string;
}

const CURSOR = /^(.*)~([0-9a-f-]{36}|[0-9]{1,19})$/s;

/** The cursor as text, to be handed back as it is. */
export const writeCursor = ({ value, id }: Cursor): string => `${value}~${id}`;

/** Null for a text that no list has given out. */
export function readCursor(text: string): Cursor | null {
  const [, value, id] = CURSOR.exec(text) ?? [];
  return value === undefined || id === undefined ? null : { value, id };
}

/** One page of a list; `next` is the cursor of the following page, null at the end. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
  /** How much of the log the page tells of. */
  readonly position: string;
}

/** Longest page, and the page when nobody asks for another. */
export const LONGEST_PAGE = 500;
export const USUAL_PAGE = 50;

/** What may be asked of every list. */
export interface Paging {
  readonly after?: Cursor | undefined;
  /** 1 to 500; 50 unless stated. */
  readonly limit?: number | undefined;
}

/** How many rows to read for a page: one more than it shows, which tells whether another follows. */
export const rowsToRead = ({ limit = USUAL_PAGE }: Paging): number =>
  Math.min(Math.max(limit, 1), LONGEST_PAGE) + 1;

/** Cuts the page from the rows that were read for it. */
export function pageOf<Item>(
  paging: Paging,
  rows: readonly Item[],
  place: (item: Item) => Cursor,
  position: bigint,
): Page<Item> {
  const items = rows.slice(0, rowsToRead(paging) - 1);
  const last = items.at(-1);
  const more = rows.length > items.length && last !== undefined;
  return { items, next: more ? writeCursor(place(last)) : null, position: position.toString() };
}
