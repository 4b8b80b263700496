import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readDate, serialToIsoDate } from './calendar-date.js';
import { formulaWithoutValue, textOf, type Cell } from './cell.js';

const seed = Number(process.env['SPREADSHEET_SEED'] ?? Math.floor(Math.random() * 2 ** 31));

describe('A cell that holds a date', () => {
  it('is the same day in every way of writing it, in every date system', () => {
    expect(serialToIsoDate(45382, false)).toBe('2024-03-31');
    expect(serialToIsoDate(43920, true)).toBe('2024-03-31');
    expect(serialToIsoDate(45382.999988, false)).toBe('2024-03-31');
    for (const written of [
      '2024-03-31',
      '2024-03-31T23:59:59Z',
      '31/03/2024',
      '31-3-2024',
      '31.03.2024 10:30',
      45382,
    ]) {
      expect(readDate(written, false)).toEqual({ kind: 'date', date: '2024-03-31' });
    }
  });

  it('is unreadable when no calendar has it, and blank when it is debris', () => {
    for (const written of [
      '30/02/2024',
      '2023-02-29',
      '13/13/2024',
      '1/1/24',
      '01/01/1900',
      'March',
      5,
      -1,
      '2024',
    ]) {
      expect(readDate(written, false)).toEqual({ kind: 'unreadable' });
    }
    const blanks: readonly (Cell | undefined)[] = [
      null,
      undefined,
      '',
      ' ',
      '#N/A',
      '-',
      'n/a',
      '#REF!',
      0,
      formulaWithoutValue,
    ];
    for (const written of blanks) {
      expect(readDate(written, false)).toEqual({ kind: 'blank' });
    }
  });

  it(`goes there and back for every day from 1920 to 2099 (SPREADSHEET_SEED=${seed})`, () => {
    const days = fc.integer({ min: 7306, max: 73_050 });
    const property = fc.property(days, fc.boolean(), (serial, dates1904) => {
      const iso = serialToIsoDate(dates1904 ? serial - 1462 : serial, dates1904) ?? '';
      expect((Date.parse(`${iso}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000).toBe(serial);
      const british = iso.split('-').reverse().join('/');
      expect(readDate(british, dates1904)).toEqual({ kind: 'date', date: iso });
    });
    fc.assert(property, { seed });
  });
});

describe('The text of a cell', () => {
  it('has one space for any white space and nothing for debris', () => {
    expect(textOf('  Zo\u00eb\u00a0\u2003 Ash\n')).toBe('Zo\u00eb Ash');
    expect(['#DIV/0!', 'NULL', '\u2013', '\u200b', "=cmd|' /C calc'!A0"].map(textOf)).toEqual(
      Array(5).fill(null),
    );
    expect(textOf('No')).toBe('No');
  });
});
