import type { StoredRow } from '#projections';
import type { ArrayType } from '#postgres';
import { snakeCase, type Column } from './columns.js';

/** A column of a view's table beside authority and generation. */
export interface TableColumn {
  readonly property: string;
  readonly name: string;
  readonly type: ArrayType;
  /** What a stored row keeps in it. */
  readonly of: (row: StoredRow) => unknown;
  /** A value of the driver as a record holds it. */
  readonly read: (value: unknown) => unknown;
}

/** `of` for properties that are not the row's own. */
export function tableColumn(
  property: string,
  column: Column,
  of: (row: StoredRow) => unknown = ({ row }) => (row as Readonly<Record<string, unknown>>)[property],
): TableColumn {
  const { type, transformer } = column;
  const read = (value: unknown): unknown =>
    transformer !== undefined && 'from' in transformer ? transformer.from(value) : value;
  return { property, name: snakeCase(property), type: type as ArrayType, of, read };
}
