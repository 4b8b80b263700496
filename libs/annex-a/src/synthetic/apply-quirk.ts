import { worn } from './worn-headings.js';
import { dayMs } from './synthetic-child.js';
import { childLists, listOf, type Draft, type DraftList } from './draft.js';
import type { DraftRow } from './list-rows.js';
import { columnsOf } from '../template/template.js';
import type { Quirk, SyntheticCell } from './synthetic-workbook.js';

/** What each quirk does to the lists. None changes what an honest reader must find. */
export const applyQuirk: Readonly<Record<Exclude<Quirk, 'send-workbook'>, (draft: Draft) => void>> = {
  'title-rows': ({ lists }) => {
    for (const list of lists) list.title = list.list % 2 === 0;
  },

  'mixed-sheet-names': ({ lists }) => {
    for (const list of lists) {
      if (list.list % 3 === 0) list.name = `List ${list.list}`;
      if (list.list === 9) list.name = 'Care leavers';
    }
  },

  'worn-headings': ({ lists, random }) => {
    for (const list of lists) {
      for (const heading of list.headings) heading.written = worn(heading.known, random);
      list.headings.push({ known: 'Local reference', written: 'Local reference' });
    }
  },

  'code-letters': (draft) => {
    eachCategory(draft, (text) =>
      text.replace(/^[a-z]{1,2}\)/, `${draft.random.pick(['a', 'f', 't', 'zz'])})`),
    );
  },

  'local-codes': (draft) => {
    const { random } = draft;
    eachCategory(draft, (text, heading) => {
      if (heading === 'Case Status' || heading === 'LA in Touch') return text.replace(/^[a-z]\) /, '');
      return random.pick([
        text,
        text.replace(/^[a-z]{1,2}\) /, ''),
        text.replace(': ', ' - '),
        `LOCAL ${random.below(3)}`,
      ]);
    });
    for (const row of listOf(draft, 6).rows) {
      if (row.get('Case Status') === 'Child in need plan' && random.chance(0.1))
        row.set('Case Status', 'Local offer');
    }
  },

  debris: (draft) => {
    const { random } = draft;
    eachCell(draft, (cell, heading) => {
      if (cell === null && random.chance(0.3)) return random.pick(['#N/A', 'N/A', '-', '', ' ', '\u00a0']);
      return heading === 'Allocated Worker' && typeof cell === 'string' ? cell.replace(' ', '\u00a0') : cell;
    });
  },

  'odd-ages': (draft) => {
    const { random, asAt } = draft;
    const unborn = new Map<SyntheticCell, Date | null>();
    for (const { id, cohort } of draft.children) {
      if (cohort !== 'child-in-need' && cohort !== 'child-protection') continue;
      if (random.chance(0.05))
        unborn.set(id, random.chance(0.5) ? null : new Date(asAt.getTime() + 60 * dayMs));
    }
    for (const row of draft.lists.flatMap(({ rows }) => rows)) {
      const id = row.get('Child Unique ID') ?? null;
      const age = row.get('Age of Child (Years)');
      if (unborn.has(id)) row.set('Age of Child (Years)', -1).set('Date of Birth', unborn.get(id) ?? null);
      else if (typeof age === 'number' && random.chance(0.1)) row.set('Age of Child (Years)', age + 0.5);
    }
  },

  'mixed-dates': (draft) => {
    const { random } = draft;
    eachCell(draft, (cell) => (cell instanceof Date ? random.pick(writtenDates)(cell) : cell));
    for (const row of listOf(draft, 6).rows) {
      if (random.chance(0.02)) row.set('Date Child Was Last Seen', '01/02/1985');
    }
  },

  'repeated-children': (draft) => {
    const { random } = draft;
    for (const list of [listOf(draft, 1), ...childLists(draft)]) {
      list.rows = list.rows.flatMap((row) => {
        if (random.chance(0.03)) return [row, new Map(row)];
        return random.chance(0.03)
          ? [row, new Map(row).set('Gender', 'd) Neither').set('Allocated Team', null)]
          : [row];
      });
    }
  },

  'combined-status': (draft) => {
    const { random, writer } = draft;
    for (const child of draft.children.filter(
      ({ cohort, ended }) => cohort === 'in-care' && ended === null,
    )) {
      if (!random.chance(0.2)) continue;
      rowOf(listOf(draft, 6), child.id)?.set('Case Status', 'CLA&CP');
      listOf(draft, 7).rows.push(writer.childRow(7, child));
    }
  },

  'closed-cases': (draft) => {
    const { random, writer, maker, asAt } = draft;
    for (const child of draft.children.filter(({ ended }) => ended === null)) {
      if (!random.chance(0.08)) continue;
      const ended = maker.between(child.started, asAt);
      if (child.cohort === 'child-in-need') listOf(draft, 7).rows.push(writer.childRow(7, child, ended));
      if (child.cohort === 'care-experienced') listOf(draft, 8).rows.push(writer.childRow(8, child, ended));
    }
  },

  'earlier-workers': (draft) => {
    for (const list of [3, 4]) {
      for (const row of listOf(draft, list).rows) row.set('Allocated Worker', 'Earlier Worker');
    }
    for (const row of [...listOf(draft, 7).rows, ...listOf(draft, 8).rows]) {
      if (draft.random.chance(0.1)) row.set('Allocated Team', null).set('Allocated Worker', null);
    }
  },

  'child-id-types': (draft) => {
    const { random } = draft;
    eachCell(draft, (cell, heading) =>
      heading === 'Child Unique ID' && typeof cell === 'string' && /^\d+$/.test(cell)
        ? random.pick<SyntheticCell>([cell, Number(cell), `${cell}.0`, ` ${cell}\u00a0`])
        : cell,
    );
  },

  formulas: (draft) => {
    const { random } = draft;
    eachCell(draft, (cell, heading) => {
      if (heading === 'Placement postcode') return random.pick<SyntheticCell>([cell, "=cmd|' /C calc'!A0"]);
      if (heading === 'Allocated Team' && typeof cell === 'string' && random.chance(0.2)) {
        return { formula: 'VLOOKUP(A2,Teams!A:B,2,FALSE)', result: cell };
      }
      return cell === null && random.chance(0.02) ? { formula: 'IF(A2="","",A2)' } : cell;
    });
  },
};

const writtenDates: readonly ((date: Date) => SyntheticCell)[] = [
  (date) => date,
  (date) => date.toISOString().slice(0, 10),
  (date) => date.toISOString().slice(0, 10).split('-').reverse().join('/'),
  (date) => date.getTime() / dayMs + 25_569,
  (date) => String(date.getTime() / dayMs + 25_569),
];

function rowOf({ rows }: DraftList, id: string): DraftRow | undefined {
  return rows.find((row) => row.get('Child Unique ID') === id);
}

function eachCell(draft: Draft, change: (cell: SyntheticCell, heading: string) => SyntheticCell): void {
  for (const { rows } of draft.lists) {
    for (const row of rows) for (const [heading, cell] of row) row.set(heading, change(cell, heading));
  }
}

function eachCategory(draft: Draft, change: (text: string, heading: string) => string): void {
  for (const { list, rows } of draft.lists) {
    for (const { heading } of columnsOf(list).filter(({ type }) => type === 'category')) {
      for (const row of rows) {
        const cell = row.get(heading);
        if (typeof cell === 'string') row.set(heading, change(cell, heading));
      }
    }
  }
}
