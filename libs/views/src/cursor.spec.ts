import { describe, expect, it } from '@jest/globals';
import { pageOf, readCursor, rowsToRead, writeCursor } from './cursor.js';

const id = 'aaaaaaaa-0000-7000-8000-000000000001';

describe('a cursor', () => {
  it('comes back as it was given out, whatever the list is ordered by', () => {
    for (const value of ['2021-05-04', '', "O'Brien ~ 7", 'two\nlines'])
      expect(readCursor(writeCursor({ value, id }))).toEqual({ value, id });
    expect(readCursor(writeCursor({ value: '', id: '128' }))).toEqual({ value: '', id: '128' });
  });

  it('that no list has given out is not understood', () => {
    for (const text of ['', '~', 'abc', '2021-05-04~', `2021-05-04~${id}0`, 'x~12345678901234567890'])
      expect(readCursor(text)).toBeNull();
  });
});

describe('a page', () => {
  const place = (n: number) => ({ value: '', id: String(n) });

  it('names the next one only when there is one', () => {
    expect(pageOf({ limit: 2 }, [1, 2, 3], place, 7n)).toEqual({ items: [1, 2], next: '~2', position: '7' });
    expect(pageOf({ limit: 2 }, [1, 2], place, 7n)).toEqual({ items: [1, 2], next: null, position: '7' });
    expect(pageOf({}, [], place, 0n)).toEqual({ items: [], next: null, position: '0' });
  });

  it('is of 1 to 500 rows', () => {
    expect([0, 1, 500, 9999, undefined].map((limit) => rowsToRead({ limit }) - 1)).toEqual([
      1, 1, 500, 500, 50,
    ]);
  });
});
