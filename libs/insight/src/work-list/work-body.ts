import type { Instant, IsoDate } from '#audit-cycle';
import type { Page } from '#views';
import type { Answer } from '../reading/answer.js';
import { listPage, type ListPage } from '../reading/page-asked-for.js';

/** A page of what waits as the API answers it. */
export interface WorkBody<Item, Figure> extends ListPage<Item> {
  readonly figures: Figure;
  /** The day by which it was judged. */
  readonly on: IsoDate;
  readonly asOf: Instant | null;
}

interface Found<Item, Figure> extends Page<Item> {
  readonly figures: Figure;
  readonly on: IsoDate;
  readonly asOf: Instant | null;
}

export const workBody = <Item, Figure>(found: Found<Item, Figure>): Answer<WorkBody<Item, Figure>> => ({
  body: { ...listPage(found), figures: found.figures, on: found.on, asOf: found.asOf },
  position: found.position,
});
