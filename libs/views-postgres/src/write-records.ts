import type { EntityManager, EntitySchema, ObjectLiteral } from 'typeorm';

/**
 * Writes records in one statement, however many. The records go over as one JSON text that PostgreSQL takes apart by
 * the table's own columns, so that nothing depends on the number of parameters. Of a record that is there already the
 * `changing` properties are written; without any, it must not be there.
 */
export async function writeRecords<Record extends ObjectLiteral>(
  manager: EntityManager,
  entity: EntitySchema<Record>,
  records: readonly Record[],
  changing: readonly (keyof Record & string)[],
): Promise<void> {
  if (records.length === 0) return;
  const { columns, primaryColumns, tablePath } = manager.connection.getMetadata(entity);
  const names = columns.map(({ databaseName }) => databaseName).join(', ');
  const key = primaryColumns.map(({ databaseName }) => databaseName).join(', ');
  const updates = columns
    .filter(({ propertyName }) => changing.includes(propertyName))
    .map(({ databaseName }) => `${databaseName} = excluded.${databaseName}`);
  const json = records.map((record) =>
    Object.fromEntries(columns.map(({ databaseName, propertyName }) => [databaseName, record[propertyName]])),
  );
  await manager.query(
    `insert into ${tablePath} (${names})
     select ${names} from json_populate_recordset(null::${tablePath}, $1::json)
     ${updates.length === 0 ? '' : `on conflict (${key}) do update set ${updates.join(', ')}`}`,
    [JSON.stringify(json, (_, value: unknown) => (typeof value === 'bigint' ? value.toString() : value))],
  );
}
