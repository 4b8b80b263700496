import { Unknowns } from '#assurance-statistics/testing';
import type { EqualityFigures } from '../equality/figure.js';
import type { ByCharacteristic } from '../equality/grades-by-characteristic.js';
import { isWithheld } from '../published-figures/published-table.js';

/** A count that is withheld, and between which numbers somebody who can reckon knows it to be. */
export interface Narrowed {
  readonly smallest: number;
  readonly largest: number;
}

/**
 * Works out what each withheld count can be for somebody who has the answers for all characteristics side by side: their rows, totals,
 * shares and what is open. Nobody knows of another tie between them.
 */
export function attackOnEquality(answers: readonly EqualityFigures[]): readonly Narrowed[] {
  const unknowns = new Unknowns();
  const withheld: string[] = [];
  const read = (value: unknown, atMost: number, parts: readonly string[]): void => {
    if (typeof value === 'number') unknowns.sum({ add: parts, takeOff: [], make: value });
    else withheld.push(...(parts.length === 1 ? parts : []));
    for (const part of parts) unknowns.between(part, 0, atMost);
  };
  const readTable = (table: string, { whole, groups }: ByCharacteristic): void => {
    if (isWithheld(groups)) return;
    const rows = groups;
    const total = whole.n as number;
    const cell = (row: number, kind: number): string => `${table}/${row}/${kind}`;
    rows.forEach((row, at) => {
      const kinds = row.cells.map((_, kind) => cell(at, kind));
      row.cells.forEach(({ count }, kind) => read(count, total, [cell(at, kind)]));
      read(row.n, total, kinds);
      if ('open' in row) read(row.open, total, kinds.slice(0, 2));
      const share = row.goodOrBetter;
      if (share === undefined || isWithheld(share)) return;
      unknowns.sum({ add: kinds.slice(0, 2), takeOff: [], make: share.n });
      unknowns.sum({ add: kinds.slice(0, 4), takeOff: [], make: share.of });
    });
    whole.cells.forEach(({ count }, kind) =>
      unknowns.sum({ add: rows.map((_, at) => cell(at, kind)), takeOff: [], make: count as number }),
    );
  };
  for (const { characteristic, grades, actions } of answers) {
    readTable(`${characteristic}/grades`, grades);
    readTable(`${characteristic}/actions`, actions);
  }
  return withheld.map((name) => {
    const found = unknowns.extremes(name);
    if (found === null) throw new Error(`What is shown of ${name} contradicts itself.`);
    return { smallest: found[0], largest: found[1] };
  });
}
