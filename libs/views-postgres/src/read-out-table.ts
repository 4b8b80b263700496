import type { EntityManager, ObjectLiteral } from 'typeorm';
import type { StoredRow } from '#projections';
import type { ViewTable } from './tables/view-table.js';

export interface ReadOut {
  readonly manager: EntityManager;
  readonly authority: string;
  readonly generation: number;
  /** Rows read at once. */
  readonly page: number;
}

/** Hands over all rows of a generation in the table's order, page by page, so that memory does not grow with the table. */
export async function readOutTable(
  { manager, authority, generation, page: most }: ReadOut,
  { entity, order, toStored }: ViewTable,
  receive: (row: StoredRow) => void,
): Promise<void> {
  const places = order.map((property) => `row.${property}`);
  const parameters = order.map((property) => `:${property}`);
  for (let last: ObjectLiteral | undefined; ;) {
    const query = manager
      .createQueryBuilder(entity, 'row')
      .where({ authority, generation })
      .orderBy(Object.fromEntries(places.map((place) => [place, 'ASC' as const])))
      .limit(most);
    if (last !== undefined) {
      const from = last;
      query.andWhere(
        `(${places.join(', ')}) > (${parameters.join(', ')})`,
        Object.fromEntries(order.map((property) => [property, String(from[property])])),
      );
    }
    const page = await query.getMany();
    for (const record of page) receive(toStored(record));
    if (page.length < most) return;
    last = page.at(-1);
  }
}
