import { GrowingBytes } from './growing-bytes.js';

/** Milliseconds from 1970 to 2000, where PostgreSQL counts from. */
const YEAR_2000 = Date.UTC(2000, 0, 1);

interface Element {
  /** PostgreSQL's number of the type (pg_type.dat); the same in every version. */
  readonly oid: number;
  readonly write: (bytes: GrowingBytes, value: unknown) => void;
  /** Bytes that a value takes, its length included; of text at least. Memory is asked for once and not again and again. */
  readonly size: (value: unknown) => number;
}

const fixed =
  (size: number): Element['size'] =>
  () =>
    4 + size;
const textSize = (value: unknown): number => 4 + (value as string).length;

const ELEMENTS = {
  text: { oid: 25, size: textSize, write: (bytes, value) => bytes.text(value as string) },
  integer: { oid: 23, size: fixed(4), write: (bytes, value) => bytes.int32(4).int32(value as number) },
  bigint: {
    oid: 20,
    size: fixed(8),
    write: (bytes, value) => bytes.int32(8).int64(BigInt(value as bigint | string)),
  },
  'double precision': {
    oid: 701,
    size: fixed(8),
    write: (bytes, value) => bytes.int32(8).double(value as number),
  },
  boolean: { oid: 16, size: fixed(1), write: (bytes, value) => bytes.int32(1).byte(value === true ? 1 : 0) },
  // As text, which PostgreSQL reads: it knows which days there are.
  date: { oid: 25, size: fixed(10), write: (bytes, value) => bytes.text(value as string) },
  'timestamp with time zone': {
    oid: 1184,
    size: fixed(8),
    write: (bytes, value) => bytes.int32(8).int64(BigInt((milliseconds(value as string) - YEAR_2000) * 1000)),
  },
  bytea: {
    oid: 17,
    size: (value) => 4 + (value as Uint8Array).length,
    write: (bytes, value) => bytes.blob(value as Uint8Array),
  },
  // The text is checked before it gets here: 32 hexadecimal digits and their hyphens.
  uuid: {
    oid: 2950,
    size: fixed(16),
    write: (bytes, value) => bytes.blob(Buffer.from((value as string).replaceAll('-', ''), 'hex')),
  },
  jsonb: { oid: 3802, size: fixed(60), write: (bytes, value) => bytes.text(JSON.stringify(value), 1) },
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
  const { oid, size, write }: Element = ELEMENTS[type];
  const values = items.map(of);
  const isNull = (value: unknown): boolean => value === null || value === undefined;
  const expected = values.reduce<number>((sum, value) => sum + (isNull(value) ? 4 : size(value)), 20);
  const bytes = new GrowingBytes(expected);
  // One dimension, nulls possible, its length, and elements numbered from 1.
  bytes.int32(1).int32(1).int32(oid).int32(values.length).int32(1);
  for (const value of values) {
    if (isNull(value)) bytes.int32(-1);
    else write(bytes, value);
  }
  return bytes.written;
}

function milliseconds(text: string): number {
  const time = Date.parse(text);
  if (Number.isNaN(time)) throw new RangeError(`"${text}" is no moment`);
  return time;
}
