import { refuse } from '../refusal.js';
import { lettersOf, nameOf, type Column } from './column.js';
import type { Heading } from './known-headings.js';
import { financialYearAt } from './time-heading.js';

/** The columns of a table by what they hold. */
export interface TableColumns {
  readonly of: (heading: Heading) => Column | null;
  /** The earliest first. */
  readonly months: readonly { readonly month: string; readonly column: Column }[];
  /** Likewise. */
  readonly years: readonly { readonly year: string; readonly column: Column }[];
}

const MAY_REPEAT: readonly string[] = ['worked out', 'ignored'];

/** Refuses with heading-twice, table-after-day, day-not-in-table. */
export function tableColumns(sheet: string, columns: readonly Column[], on: string): TableColumns {
  const byName = Map.groupBy(columns, ({ meaning }) => (meaning === null ? null : nameOf(meaning)));
  for (const [name, [first, second]] of byName) {
    if (name === null || second === undefined || MAY_REPEAT.includes(name)) continue;
    refuse(
      'heading-twice',
      `Two columns of "${sheet.slice(0, 60)}" are "${name}": ${lettersOf(first?.index ?? 0)} and ${lettersOf(second.index)}. Give one of them another heading, or say what it means.`,
    );
  }
  const months = columns
    .flatMap((column) => (column.meaning?.kind === 'month' ? [{ month: column.meaning.month, column }] : []))
    .sort((one, other) => (one.month < other.month ? -1 : 1));
  const years = columns
    .flatMap((column) => (column.meaning?.kind === 'year' ? [{ year: column.meaning.year, column }] : []))
    .sort((one, other) => (one.year < other.year ? -1 : 1));
  const of = (heading: Heading): Column | null => byName.get(heading)?.[0] ?? null;
  const table = { of, months, years };
  checkDay(table, on);
  return table;
}

function checkDay({ of, months, years }: TableColumns, on: string): void {
  const [month, year] = [months.at(-1)?.month, years.at(-1)?.year];
  const late =
    month !== undefined && month > on.slice(0, 7)
      ? month
      : year !== undefined && year > financialYearAt(on)
        ? year
        : null;
  if (late !== null) {
    refuse(
      'table-after-day',
      `The table has figures of ${late}, which is after ${on}. Say the day that the table speaks of.`,
    );
  }
  const speaksOf =
    of('current') ?? of('numerator') ?? months[0] ?? years.find((one) => one.year === financialYearAt(on));
  if (speaksOf === undefined) {
    refuse(
      'day-not-in-table',
      `The latest figures of the table are of ${year ?? 'no year'}, and ${on} is in ${financialYearAt(on)}. Say the day that the table speaks of.`,
    );
  }
}
