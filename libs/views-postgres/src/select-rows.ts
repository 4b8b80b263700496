import { Any, IsNull, LessThan, type ObjectLiteral, type SelectQueryBuilder } from 'typeorm';
import type { Selection } from '#views';
import type { ViewTable } from './tables/view-table.js';

/** Narrows a query over the rows of one generation, named `row`, to what a selection asks for. */
export function selectRows<Row extends object>(
  query: SelectQueryBuilder<ObjectLiteral>,
  { keeps }: ViewTable,
  { where = {}, asOf, order, after, limit }: Selection<Row>,
): SelectQueryBuilder<ObjectLiteral> {
  for (const [column, condition] of Object.entries(where)) {
    if (condition !== undefined) query.andWhere({ [column]: operator(condition) });
  }
  knownAt(query, keeps, asOf);

  const id = keeps === 'entries' ? 'row.position' : 'row.id';
  const [direction, beyond] = order?.descending === true ? (['DESC', '<'] as const) : (['ASC', '>'] as const);
  const by = order === undefined ? [id] : [`row.${order.by}`, id];
  query.orderBy(Object.fromEntries(by.map((column) => [column, direction])));
  if (after !== undefined) {
    const places = order === undefined ? ':afterId' : ':afterValue, :afterId';
    query.andWhere(`(${by.join(', ')}) ${beyond} (${places})`, {
      afterValue: after.value,
      afterId: after.id,
    });
  }
  return limit === undefined ? query : query.limit(limit);
}

function knownAt(
  query: SelectQueryBuilder<ObjectLiteral>,
  keeps: ViewTable['keeps'],
  asOf: string | undefined,
): void {
  if (keeps === 'entries') {
    if (asOf !== undefined) query.andWhere('row.recordedAt <= :asOf', { asOf });
  } else if (asOf === undefined) {
    query.andWhere({ knownTo: IsNull() });
  } else {
    query.andWhere('row.knownFrom <= :asOf and (row.knownTo is null or row.knownTo > :asOf)', { asOf });
  }
}

function operator(condition: unknown): unknown {
  if (condition === null) return IsNull();
  if (typeof condition !== 'object') return condition;
  if ('in' in condition) return Any(condition.in as readonly unknown[]);
  return 'before' in condition ? LessThan(condition.before) : condition;
}
