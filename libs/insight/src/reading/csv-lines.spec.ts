import { expect, it } from '@jest/globals';
import { csvLines } from './csv-lines.js';

it.each(['=HYPERLINK("x")', '+1', '-1', '@sum', '\t=1', '\r=1'])(
  'a text that begins like the formula %j is text for a spreadsheet',
  (text) => {
    expect(
      csvLines(['team'], [[text]])
        .split('\r\n')[1]!
        .replaceAll('"', ''),
    ).toMatch(/^'/);
  },
);

it('commas, quotes and lines stay within their cell; a number stays one, and nothing is an empty cell', () => {
  expect(
    csvLines(
      ['a', 'b'],
      [
        ['x, "y"\nz', -1],
        [null, 'é'],
      ],
    ),
  ).toBe('a,b\r\n"x, ""y""\nz",-1\r\n,é\r\n');
});
