import { EntitySchema, type EntitySchemaColumnOptions, type ObjectLiteral } from 'typeorm';
import type { StoredRow } from '#projections';
import type { TableFold, ToldEvent } from '#views';
import { bigInteger, instant, integer, optional, snakeCase, text, type Column } from './columns.js';
import { tableColumn, type TableColumn } from './table-column.js';

/** A table of a view in PostgreSQL, and how a stored row is kept in it. */
export interface ViewTable {
  readonly name: string;
  /** With its schema. */
  readonly path: string;
  /** All but authority and generation. */
  readonly columns: readonly TableColumn[];
  readonly entity: EntitySchema<ObjectLiteral>;
  readonly keeps: TableFold['keeps'];
  readonly kinds: TableFold['kinds'];
  /** What is true of the rows of a stream, from two expressions that give its kind and its id. */
  readonly key: (kind: string, id: string) => string;
  /** The column that orders the rows of a stream. */
  readonly revision: string;
  /** Properties that find a row within its generation, in the order of `readOut`. */
  readonly order: readonly string[];
  readonly toStored: (record: ObjectLiteral) => StoredRow;
  readonly toRow: (record: ObjectLiteral) => object;
}

const SCHEMA = 'touchstone';

/** A column for every property of the row: a property without one does not compile. */
type Columns<Row> = { readonly [Property in keyof Row]-?: Column };

/** The table of a fold that keeps versions. The row's own `id` is its stream's. */
export function versionsIn<Row extends { readonly id: string }>(
  fold: TableFold<Row>,
  columns: Columns<Omit<Row, 'id'>>,
): ViewTable {
  const own: Readonly<Record<string, Column>> = { id: text, ...columns };
  const toRow = rowOf(Object.keys(own));
  const [kind] = fold.kinds;
  if (kind === undefined) throw new Error(`The table ${fold.table} is folded from no kind of stream`);
  return {
    name: fold.table,
    path: `${SCHEMA}.${fold.table}`,
    keeps: 'versions',
    kinds: fold.kinds,
    key: (_kind, id) => `id = ${id}`,
    revision: 'from_revision',
    order: ['id', 'fromRevision'],
    columns: [
      tableColumn('fromRevision', bigInteger, ({ fromRevision }) => fromRevision),
      tableColumn('toRevision', bigInteger, ({ toRevision }) => toRevision),
      tableColumn('knownFrom', instant, ({ from }) => from),
      tableColumn('knownTo', instant, ({ to }) => to),
      ...Object.entries(own).map(([property, column]) => tableColumn(property, column)),
    ],
    entity: entity(fold.table, ['authority', 'generation', 'id', 'fromRevision'], {
      fromRevision: bigInteger,
      toRevision: optional(bigInteger),
      knownFrom: instant,
      knownTo: optional(instant),
      ...own,
    }),
    toStored: (record) => ({
      stream: { kind, id: record['id'] as string },
      fromRevision: record['fromRevision'] as bigint,
      toRevision: record['toRevision'] as bigint | null,
      from: record['knownFrom'] as string,
      to: record['knownTo'] as string | null,
      row: toRow(record),
    }),
    toRow,
  };
}

/** The table of a fold that keeps entries. */
export function entriesIn<Row extends ToldEvent>(fold: TableFold<Row>, columns: Columns<Row>): ViewTable {
  const toRow = rowOf(Object.keys(columns));
  return {
    name: fold.table,
    path: `${SCHEMA}.${fold.table}`,
    keeps: 'entries',
    kinds: fold.kinds,
    key: (kind, id) => `stream_kind = ${kind} and stream_id = ${id}`,
    revision: 'revision',
    columns: Object.entries<Column>(columns).map(([property, column]) => tableColumn(property, column)),
    order: ['streamKind', 'streamId', 'revision'],
    entity: entity(fold.table, ['authority', 'generation', 'streamKind', 'streamId', 'revision'], columns),
    toStored: (record) => {
      const row = toRow(record) as ToldEvent;
      return {
        stream: { kind: row.streamKind, id: row.streamId },
        fromRevision: BigInt(row.revision),
        toRevision: null,
        from: row.recordedAt,
        to: null,
        row,
      };
    },
    toRow,
  };
}

const rowOf =
  (properties: readonly string[]) =>
  (record: ObjectLiteral): object =>
    Object.fromEntries(properties.map((property) => [property, record[property] as unknown]));

function entity(
  table: string,
  key: readonly string[],
  columns: Readonly<Record<string, Column>>,
): EntitySchema<ObjectLiteral> {
  const all = { authority: text, generation: integer, ...columns };
  const named = Object.entries(all).map(([property, column]): [string, EntitySchemaColumnOptions] => [
    property,
    { ...column, name: snakeCase(property), primary: key.includes(property) },
  ]);
  return new EntitySchema<ObjectLiteral>({
    name: table,
    schema: SCHEMA,
    columns: Object.fromEntries(named),
  });
}
