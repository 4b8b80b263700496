import { Unknowns } from '#assurance-statistics/testing';
import type { Policy } from '#audit-cycle';
import type { PublishedFigures } from '../published-figures/figure.js';
import { isWithheld, type PublishedRow } from '../published-figures/published-table.js';

/** A withheld count, and what somebody who can reckon finds out about it. */
export interface FoundOut {
  readonly name: string;
  readonly smallest: number;
  readonly largest: number;
  /** The same for somebody who has the totals of the authority and the names of the groups alone. */
  readonly fromTotals: readonly [smallest: number, largest: number];
}

/** Which table holds the totals of another. */
const WHOLE_OF: Readonly<Record<string, string>> = {
  'grades-by-cohort': 'grades',
  'grades-by-area': 'grades',
  'grades-by-team': 'grades',
  'actions-by-cohort': 'actions',
  'actions-by-team': 'actions',
  'actions-by-priority': 'actions',
};

/**
 * Reads what is published, and nothing else but which team is in which area, and works out what each withheld count can be: all
 * tables of all sets together, with their sums, percentages and shares. `atMost` is more than any count is.
 */
export function attackOnPublished(
  sets: readonly PublishedFigures[],
  areas: Policy['areas'],
  atMost: number,
): readonly FoundOut[] {
  const { unknowns, withheld } = knowledge(sets, areas, atMost, () => true);
  const totals = knowledge(sets, areas, atMost, (table) => WHOLE_OF[table] === undefined);
  return withheld.map((name) => {
    const found = unknowns.extremes(name);
    const fromTotals = totals.unknowns.extremes(name);
    if (found === null || fromTotals === null) throw new Error('What is published contradicts itself.');
    return { name, smallest: found[0], largest: found[1], fromTotals };
  });
}

interface Knowledge {
  readonly unknowns: Unknowns;
  readonly withheld: readonly string[];
}

function knowledge(
  sets: readonly PublishedFigures[],
  areas: Policy['areas'],
  atMost: number,
  isRead: (table: string) => boolean,
): Knowledge {
  const unknowns = new Unknowns();
  const withheld: string[] = [];
  sets.forEach(({ tables }, set) => {
    const rowsOf = (name: string): readonly PublishedRow[] => {
      const found = tables.find(({ table }) => table === name);
      return found !== undefined && 'rows' in found ? found.rows : [];
    };
    const nameOf = (table: string, { group }: Pick<PublishedRow, 'group'>, figure: string): string =>
      `${set}|${table}|${group}|${figure}`;
    for (const one of tables) {
      if (!('rows' in one)) continue;
      const { table, rows } = one;
      const whole = WHOLE_OF[table];
      for (const row of rows) {
        const know = (figure: string, value: unknown, least: number): void => {
          const name = nameOf(table, row, figure);
          if (isWithheld(value)) withheld.push(name);
          const isKnown = typeof value === 'number' && isRead(table);
          unknowns.between(name, isKnown ? value : least, isKnown ? value : atMost);
        };
        know('n', row.n, whole === undefined ? 0 : 1);
        for (const { of, count } of row.cells) know(of.join('+'), count, 0);
        const figures = row.cells.map(({ of }) => nameOf(table, row, of.join('+')));
        unknowns.sum({ add: figures, takeOff: [nameOf(table, row, 'n')], make: 0 });
        if (isRead(table)) readShares(unknowns, row, (figure) => nameOf(table, row, figure), atMost);
      }
      if (whole === undefined || rows.length === 0) continue;
      for (const figure of ['n', ...rows[0]!.cells.map(({ of }) => of.join('+'))])
        unknowns.sum({
          add: rows.map((row) => nameOf(table, row, figure)),
          takeOff: figure.split('+').map((one) => nameOf(whole, { group: null }, one)),
          make: 0,
        });
    }
    for (const area of rowsOf('grades-by-area')) {
      const codeOf = (team: string | null): string | null =>
        areas.find(({ teams }) => teams.some((one) => one === team))?.code ?? null;
      const teams = rowsOf('grades-by-team').filter(({ group }) => codeOf(group) === area.group);
      if (teams.length === 0) continue;
      for (const figure of ['n', ...area.cells.map(({ of }) => of.join('+'))])
        unknowns.sum({
          add: teams.map((team) => nameOf('grades-by-team', team, figure)),
          takeOff: [nameOf('grades-by-area', area, figure)],
          make: 0,
        });
    }
    for (const section of rowsOf('grades-by-section'))
      unknowns.sum({
        add: [
          nameOf('grades-by-section', section, 'n'),
          nameOf('grades', { group: null }, 'no-grade-recorded'),
        ],
        takeOff: [nameOf('grades', { group: null }, 'n')],
        make: 0,
      });
  });
  return { unknowns, withheld };
}

/** A printed percentage gives the count back to whoever has the whole, and a share says what it is made of. */
function readShares(
  unknowns: Unknowns,
  { n, cells, goodOrBetter }: PublishedRow,
  nameOf: (figure: string) => string,
  atMost: number,
): void {
  for (const { of, percent } of cells) {
    if (typeof percent !== 'number' || typeof n !== 'number') continue;
    const counts = Array.from({ length: atMost + 1 }, (_, count) => count).filter(
      (count) => Math.round((1000 * count) / n) / 10 === percent,
    );
    unknowns.between(nameOf(of.join('+')), counts[0] ?? 0, counts.at(-1) ?? atMost);
  }
  if (goodOrBetter === undefined || isWithheld(goodOrBetter)) return;
  const good = ['outstanding', 'good'].map(nameOf);
  const others = ['requires-improvement', 'inadequate'].map(nameOf);
  unknowns.sum({ add: good, takeOff: [], make: goodOrBetter.n });
  unknowns.sum({ add: [...good, ...others], takeOff: [], make: goodOrBetter.of });
}
