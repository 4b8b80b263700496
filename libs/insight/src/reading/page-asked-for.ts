import { isIsoDate } from '#audit-cycle';
import { invalidInput, isUuid, Line, Whole } from '#platform';
import { LONGEST_PAGE, readCursor, USUAL_PAGE, type Cursor, type Page, type Paging } from '#views';

/** Where a page begins. */
export const After = (): PropertyDecorator =>
  Line({ optional: true, max: 300, about: 'The `next` of the page before.' });

/** How long a page is. */
export const Limit = (): PropertyDecorator =>
  Whole({
    optional: true,
    min: 1,
    max: LONGEST_PAGE,
    inAddress: true,
    about: `How many at most; ${USUAL_PAGE} unless given.`,
  });

/** Which page of a list somebody asks for. A list that is asked for as its figures are adds the same two. */
export class PageAskedFor {
  @After() after?: string;
  @Limit() limit?: number;
}

/** What a list is ordered by, and so what its cursors look like. */
export type ListOrder = keyof typeof FITS;

const FITS = {
  day: ({ value, id }: Cursor) => isIsoDate(value) && isUuid(id),
  text: ({ id }: Cursor) => isUuid(id),
  log: ({ value, id }: Cursor) => value === '' && /^\d{1,18}$/.test(id),
};

/** @throws Problem 400 for a cursor that this list has not given out */
export function pagingOf(
  { after, limit }: { readonly [Asked in keyof PageAskedFor]: PageAskedFor[Asked] | undefined },
  order: ListOrder,
): Paging {
  if (after === undefined) return { limit };
  const cursor = readCursor(after);
  if (cursor === null || !FITS[order](cursor))
    throw invalidInput([
      {
        path: 'after',
        message: 'must be the `next` of a page of this list, as it was given',
      },
    ]);
  return { after: cursor, limit };
}

/** A page as the API answers it. */
export interface ListPage<Item> {
  readonly items: readonly Item[];
  /** Give it as `after` to go on; null at the end. */
  readonly next: string | null;
}

export const listPage = <Item>({ items, next }: Page<Item>): ListPage<Item> => ({ items, next });
