import { GrowingBytes } from './growing-bytes.js';

/** Milliseconds from 1970 to 2000, where PostgreSQL counts from. */
const YEAR_2000 = Date.UTC(2000, 0, 1);

interface Element {
  /** PostgreSQL's number of the type (pg_type.dat); the same in every version. */
  readonly oid: number;
  readonly write: (bytes: GrowingBytes, value: unknown) => void;
}

const ELEMENTS = {
  text: { oid: 25, write: (bytes, value) => bytes.text(value as string) },
  integer: { oid: 23, write: (bytes, value) => bytes.int32(4).int32(value as number) },
  bigint: { oid: 20, write: (bytes, value) => bytes.int32(8).int64(BigInt(value as bigint | string)) },
  'double precision': { oid: 701, write: (bytes, value) => bytes.int32(8).double(value as number) },
  boolean: { oid: 16, write: (bytes, value) => bytes.int32(1).byte(value === true ? 1 : 0) },
  // As text, which PostgreSQL reads: it knows which days there are.
  date: { oid: 25, write: (bytes, value) => bytes.text(value as string) },
  'timestamp with time zone': {
    oid: 1184,
    write: (bytes, value) => bytes.int32(8).int64(BigInt((milliseconds(value as string) - YEAR_2000) * 1000)),
  },
  bytea: { oid: 17, write: (bytes, value) => bytes.blob(value as Uint8Array) },
  // The text is checked before it gets here: 32 hexadecimal digits and their hyphens.
  uuid: {
    oid: 2950,
    write: (bytes, value) => bytes.blob(Buffer.from((value as string).replaceAll('-', ''), 'hex')),
  },
  jsonb: { oid: 3802, write: (bytes, value) => bytes.text(JSON.stringify(value), 1) },
} as const satisfies Record<string, Element>;

/** The types of elements that an array can have. */
export type ArrayType = keyof typeof ELEMENTS;

/** How a statement takes its parameter of this number as an array of the type. */
export const arrayParameter = (type: ArrayType, number: number): string =>
  type === 'date' ? `$${number}::text[]::date[]` : `$${number}::${type}[]`;

/**
 * An array in PostgreSQL's binary form (array_recv), which the driver hands over as it is: nothing is quoted here or taken apart
 * there. `of` gives each item's element; null and undefined become null.
 * @throws RangeError for a moment or number that is none.
 */
export function binaryArray<Item>(
  type: ArrayType,
  items: readonly Item[],
  of: (item: Item) => unknown,
): Buffer {
  const { oid, write }: Element = ELEMENTS[type];
  const bytes = new GrowingBytes(64 + items.length * 16);
  // One dimension, nulls possible, its length, and elements numbered from 1.
  bytes.int32(1).int32(1).int32(oid).int32(items.length).int32(1);
  for (const item of items) {
    const value = of(item);
    if (value === null || value === undefined) bytes.int32(-1);
    else write(bytes, value);
  }
  return bytes.written;
}

function milliseconds(text: string): number {
  const time = Date.parse(text);
  if (Number.isNaN(time)) throw new RangeError(`"${text}" is no moment`);
  return time;
}
