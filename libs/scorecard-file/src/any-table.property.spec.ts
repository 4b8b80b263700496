import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { csvOf, scorecardOf } from './testing.js';

const seed = Number(process.env['SCORECARD_SEED'] ?? Math.floor(Math.random() * 2 ** 31));

const HEADINGS = [
  ...[
    'Section',
    'Ref',
    'Measure',
    'Unit',
    'Period',
    'Lower is better',
    'Numerator',
    'Denominator',
    'Current',
  ],
  ...['Min target', 'Upper target', 'Jan 23', 'Previous year', 'National'],
];

const cell = fc.oneof(
  fc.constantFrom(
    '',
    '',
    '84%',
    '0.5',
    '1',
    '0',
    '12',
    '"1,200"',
    '101%',
    'n/a',
    '#DIV/0!',
    '=A1',
    'YTD',
    'Snapshot',
    'yes',
    'no',
  ),
  fc.constantFrom('% seen', 'Children', 'percent', 'number', 'Visits', '1.1', '<5', '-3', '8.25', '100.0%'),
);
const row = fc.array(cell, { minLength: 1, maxLength: HEADINGS.length });

describe('Any table', () => {
  it(`accounts for every row, each by its number, and gives no measure twice (SCORECARD_SEED=${seed})`, async () => {
    const property = fc.asyncProperty(fc.array(row, { maxLength: 12 }), async (rows) => {
      const { rows: used, report } = await scorecardOf(csvOf(HEADINGS, ...rows));
      const written = rows.flatMap((cells, index) => (cells.some((one) => one !== '') ? [index + 2] : []));
      const told = [...used.map((one) => one.row), ...report.excluded.map((one) => one.row)];
      expect(told.sort((one, other) => one - other)).toEqual(written);
      expect(report.totals.rowsRead).toBe(written.length);
      const names = used.map(({ ref, title }) => ref ?? title);
      expect(new Set(names).size).toBe(names.length);
    });
    await fc.assert(property, { seed, numRuns: 200 });
  });
});
