import { Unknowns } from '#assurance-statistics/testing';
import type { EqualityFigures } from '../equality/figure.js';
import type { ByCharacteristic } from '../equality/grades-by-characteristic.js';
import { isWithheld } from '../published-figures/published-table.js';

/** A count that is withheld, and between which numbers somebody who can reckon knows it to be. */
export interface Narrowed {
  readonly name: string;
  readonly smallest: number;
  readonly largest: number;
  /** The same for somebody who has the figures of the cycle and no group's. */
  readonly fromTotals: readonly [smallest: number, largest: number];
}

/**
 * Works out what each withheld count can be for somebody who has the answers for all characteristics side by side: their rows, totals,
 * shares, what is open, and of how many children of the list each is known. Nobody knows of another tie between them. Every child who was
 * audited has to be on the list.
 */
export function attackOnEquality(answers: readonly EqualityFigures[]): readonly Narrowed[] {
  const { unknowns, withheld } = knowledge(answers, true);
  const totals = knowledge(answers, false).unknowns;
  return withheld.map((name) => {
    const found = unknowns.extremes(name);
    const fromTotals = totals.extremes(name);
    if (found === null || fromTotals === null)
      throw new Error(`What is shown of ${name} contradicts itself.`);
    return { name, smallest: found[0], largest: found[1], fromTotals };
  });
}

interface Knowledge {
  readonly unknowns: Unknowns;
  readonly withheld: readonly string[];
}

function knowledge(answers: readonly EqualityFigures[], withGroups: boolean): Knowledge {
  const unknowns = new Unknowns();
  const withheld: string[] = [];
  const readTable = (table: string, { whole, groups }: ByCharacteristic): void => {
    if (isWithheld(groups)) return;
    const total = whole.n as number;
    for (const row of groups) {
      const cell = (kind: number): string => `${table}/${row.group}/${kind}`;
      const kinds = row.cells.map((_, kind) => cell(kind));
      const know = (name: string, value: unknown, parts: readonly string[] = []): void => {
        if (isWithheld(value)) withheld.push(name);
        const isKnown = typeof value === 'number' && withGroups;
        unknowns.between(name, isKnown ? value : 0, isKnown ? value : total);
        if (parts.length > 0) unknowns.sum({ add: parts, takeOff: [name], make: 0 });
      };
      row.cells.forEach(({ count }, kind) => know(cell(kind), count));
      know(`${table}/${row.group}/n`, row.n, kinds);
      if ('open' in row) know(`${table}/${row.group}/open`, row.open, kinds.slice(0, 2));
      const share = row.goodOrBetter;
      if (share === undefined || isWithheld(share) || !withGroups) continue;
      unknowns.sum({ add: kinds.slice(0, 2), takeOff: [], make: share.n });
      unknowns.sum({ add: kinds.slice(0, 4), takeOff: [], make: share.of });
    }
    whole.cells.forEach(({ count }, kind) => {
      const all = groups.map(({ group }) => `${table}/${group}/${kind}`);
      unknowns.sum({ add: all, takeOff: [], make: count as number });
    });
  };
  for (const { characteristic, list, grades, actions } of answers) {
    readTable(`${characteristic}/grades`, grades);
    readTable(`${characteristic}/actions`, actions);
    if (!withGroups || isWithheld(list.known) || isWithheld(grades.groups)) continue;
    const cases = grades.whole.n as number;
    const notKnown = `${characteristic}/grades/not-known/n`;
    unknowns.between(notKnown, cases - list.known, list.children - list.known);
  }
  return { unknowns, withheld };
}
