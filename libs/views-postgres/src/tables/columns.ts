import type { EntitySchemaColumnOptions } from 'typeorm';

/** How a property of a row is kept in a column. */
export type Column = Omit<EntitySchemaColumnOptions, 'name'>;

export const text: Column = { type: 'text', collation: 'C' };
export const integer: Column = { type: 'integer' };
export const double: Column = { type: 'double precision' };
export const yesOrNo: Column = { type: 'boolean' };
/** `YYYY-MM-DD`. */
export const date: Column = { type: 'date' };
export const json: Column = { type: 'jsonb' };

/** A whole number of 64 bits, which a row keeps as its decimal digits. */
export const digits: Column = { type: 'bigint' };

/** A whole number of 64 bits. */
export const bigInteger: Column = {
  type: 'bigint',
  transformer: {
    to: (value: bigint | null) => value?.toString() ?? null,
    from: (value: string | null) => (value === null ? null : BigInt(value)),
  },
};

/** A moment in UTC with milliseconds, `YYYY-MM-DDTHH:mm:ss.sssZ`. */
export const instant: Column = {
  type: 'timestamp with time zone',
  precision: 3,
  transformer: {
    to: (value: string | null) => value,
    from: (value: Date | null) => value?.toISOString() ?? null,
  },
};

export const optional = (column: Column): Column => ({ ...column, nullable: true });

export const snakeCase = (property: string): string =>
  property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
