import type { DataSource, EntityManager } from 'typeorm';
import type { Look, Selection, TableFold, View, ViewReader } from '#views';
import { atOneMoment } from './as-authority.js';
import { selectRows } from './select-rows.js';
import { checkpointEntity } from './tables/bookkeeping.js';
import { viewTable } from './tables/view-tables.js';

/** Reads the live rows of views. The data source knows `viewEntities` and runs as touchstone_read. */
export class PostgresViewReader implements ViewReader {
  constructor(private readonly source: DataSource) {}

  look<Answer>(view: View, authority: string, read: (look: Look) => Promise<Answer>): Promise<Answer> {
    return atOneMoment(this.source, authority, async (manager) => {
      const where = { authority, view: view.name, live: true };
      const live = await manager.findOne(checkpointEntity, { where });
      if (live === null) return read(NOTHING);
      const { position, generation } = live;
      return read({ position, rows: rowsOf(manager, authority, generation) });
    });
  }
}

const NOTHING: Look = { position: 0n, rows: () => Promise.resolve([]) };

const rowsOf =
  (manager: EntityManager, authority: string, generation: number) =>
  async <Row extends object>(
    { table: name }: TableFold<Row>,
    selection: Selection<Row>,
  ): Promise<readonly Row[]> => {
    const table = viewTable(name);
    const query = manager.createQueryBuilder(table.entity, 'row').where({ authority, generation });
    const records = await selectRows(query, table, selection).getMany();
    return records.map((record) => table.toRow(record) as Row);
  };
