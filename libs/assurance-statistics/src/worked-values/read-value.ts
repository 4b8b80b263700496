/**
 * Reads one value of a file that somebody wrote: gives it with its type, or throws RangeError that names its place
 * (`input.table[0][2]`) and says what must stand there.
 */
export type Read<Value> = (value: unknown, place: string) => Value;

/** JSON can write numbers too large for a double, which arrive here as infinite. */
export const aNumber: Read<number> = (value, place) =>
  typeof value === 'number' && Number.isFinite(value) ? value : mustBe('a number', value, place);

/** A whole number of at least 0. */
export const aCount: Read<number> = (value, place) =>
  Number.isSafeInteger(value) && Number(value) >= 0
    ? Number(value)
    : mustBe('a whole number of at least 0', value, place);

export const aText: Read<string> = (value, place) =>
  typeof value === 'string' ? value : mustBe('a text', value, place);

export const aTruth: Read<boolean> = (value, place) =>
  typeof value === 'boolean' ? value : mustBe('true or false', value, place);

/** 1 for yes, 0 for no. */
export const aZeroOrOne: Read<0 | 1> = (value, place) =>
  value === 0 || value === 1 ? value : mustBe('0 or 1', value, place);

export const orNull =
  <Value>(read: Read<Value>): Read<Value | null> =>
  (value, place) =>
    value === null ? null : read(value, place);

export const oneOf =
  <Word extends string>(words: readonly Word[]): Read<Word> =>
  (value, place) =>
    words.find((word) => word === value) ?? mustBe(`one of ${words.join(', ')}`, value, place);

export const listOf =
  <Value>(read: Read<Value>): Read<readonly Value[]> =>
  (value, place) =>
    Array.isArray(value)
      ? value.map((item: unknown, at) => read(item, `${place}[${at}]`))
      : mustBe('a list', value, place);

/** Lists of one length, each a row. */
export const rowsOf =
  <Value>(read: Read<Value>): Read<readonly (readonly Value[])[]> =>
  (value, place) => {
    const rows = listOf(listOf(read))(value, place);
    const width = rows[0]?.length ?? 0;
    rows.forEach((row, at) => {
      if (row.length !== width)
        throw new RangeError(
          `${place}[${at}] must be as long as the rows before it (${width}), not ${row.length}`,
        );
    });
    return rows;
  };

function mustBe(what: string, value: unknown, place: string): never {
  throw new RangeError(
    `${place} must be ${what}, not ${typeof value === 'number' ? value : JSON.stringify(value)}`,
  );
}
