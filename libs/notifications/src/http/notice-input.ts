import { field, Flag, ListOf, rule, uuids, Whole } from '#platform';
import type { Place } from '../keeping/notice.js';

/** Position of the log and id of the notice, which no log exceeds in length. */
const PLACE = /^(\d{1,18})\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

export class NoticesQuery {
  @Flag({ optional: true, inAddress: true, about: 'Only what is unread.' }) unread?: boolean;
  @field(
    { optional: true, about: 'The `next` of the page before.' },
    { type: 'string' },
    rule(
      'place',
      'must be the `next` of a page before',
      (value) => typeof value === 'string' && PLACE.test(value),
    ),
  )
  after?: string;
  @Whole({ min: 1, max: 200, optional: true, inAddress: true, about: '50 unless given.' }) limit?: number;
}

export class MarkReadBody {
  @ListOf(uuids, { min: 1, max: 200 }) ids!: string[];
}

export const placeText = ({ position, id }: Place): string => `${position}.${id}`;

export function placeOf(text: string): Place {
  const [, position, id] = PLACE.exec(text)!;
  return { position: BigInt(position!), id: id! };
}
