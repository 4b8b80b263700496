import { pageOf, rowsToRead, type Cursor, type Page, type Paging } from './cursor.js';

/** One page of items that are all at hand already, in the order of their places. */
export function pageOfAll<Item>(
  paging: Paging,
  items: readonly Item[],
  place: (item: Item) => Cursor,
  position: bigint,
): Page<Item> {
  const { after } = paging;
  const left = items
    .filter((item) => after === undefined || inPlaceOrder(place(item), after) > 0)
    .sort((a, b) => inPlaceOrder(place(a), place(b)));
  return pageOf(paging, left.slice(0, rowsToRead(paging)), place, position);
}

const inPlaceOrder = (a: Cursor, b: Cursor): number => compare(a.value, b.value) || compare(a.id, b.id);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
