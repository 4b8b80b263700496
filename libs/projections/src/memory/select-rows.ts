import type { Selection, TableFold } from '#views';
import type { StoredRow } from '../view-store.js';

/** The rows of a table that a selection asks for, from all of them in order of their streams. */
export function selectRows<Row extends object>(
  table: TableFold<Row>,
  stored: readonly StoredRow[],
  { where = {}, asOf, order, after, limit }: Selection<Row>,
): readonly Row[] {
  const rows = stored
    .filter((row) => holds(row, asOf))
    .map((row) => row.row as Row)
    .filter((row) => Object.entries(where).every(([column, condition]) => meets(row, column, condition)));
  const by = order?.by;
  const direction = order?.descending === true ? -1 : 1;
  const value = (row: Row): string => (by === undefined ? '' : text(row, by));
  const id = (row: Row): string | bigint =>
    table.keeps === 'entries' ? BigInt(text(row, 'position')) : text(row, 'id');
  const comesAfter = (row: Row): boolean => {
    if (after === undefined) return true;
    const theirId = table.keeps === 'entries' ? BigInt(after.id) : after.id;
    return (compare(value(row), after.value) || compare(id(row), theirId)) * direction > 0;
  };
  return rows
    .sort((a, b) => (compare(value(a), value(b)) || compare(id(a), id(b))) * direction)
    .filter(comesAfter)
    .slice(0, limit);
}

const holds = ({ from, to }: StoredRow, asOf: string | undefined): boolean =>
  asOf === undefined ? to === null : from <= asOf && (to === null || asOf < to);

function meets(row: object, column: string, condition: unknown): boolean {
  if (condition === undefined) return true;
  const value: unknown = Reflect.get(row, column);
  if (typeof condition !== 'object' || condition === null) return value === condition;
  if ('in' in condition) return (condition.in as readonly unknown[]).includes(value);
  return 'before' in condition && value !== null && (value as string) < (condition.before as string);
}

const text = (row: object, column: string): string => String(Reflect.get(row, column));

const compare = <Value extends string | bigint>(a: Value, b: Value): number => (a < b ? -1 : a > b ? 1 : 0);
