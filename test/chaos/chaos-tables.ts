import { DEFECTS } from './defects.js';
import { PROGRAMMES } from './programmes.js';

/** The tables of docs/chaos.md, as Prettier leaves them. `npm run chaos -- --tables` prints both. */
export const programmeTable = (): string =>
  table(
    ['programme', 'what it shows'],
    PROGRAMMES.map(({ name, claim }) => [`\`${name}\``, claim]),
  );

export const defectTable = (): string =>
  table(
    ['defect', 'what is wrong', 'found by', 'which says'],
    DEFECTS.flatMap(({ name, what, caughtBy }) =>
      Object.entries(caughtBy).map(([programme, says], n) => [
        n === 0 ? `\`${name}\`` : '',
        n === 0 ? what : '',
        `\`${programme}\``,
        `... ${says} ...`,
      ]),
    ),
  );

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, n) => Math.max(title.length, ...rows.map((row) => row[n]!.length)));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, n) => cell.padEnd(widths[n]!)).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}
