import { readFileSync } from 'node:fs';

/**
 * The eleven child-level lists of Annex A and their codes, as data beside this file: columns.tsv (list, title, heading in
 * order, whether the 2019 template has it, type) and codes.tsv (heading, code as the template writes it).
 *
 * Source: Ofsted, "Annex A" child-level data template for inspections of local authority children's services, August
 * 2019, Crown copyright, Open Government Licence v3.0, with the four columns of list 9 that authorities use since.
 */
export interface Column {
  readonly list: number;
  /** Of the list, without its number. */
  readonly title: string;
  readonly heading: string;
  readonly in2019: boolean;
  readonly type: 'string' | 'category' | 'date' | 'numeric';
}

export const columns: readonly Column[] = readRows('./columns.tsv').map(
  ([list, title, heading, in2019, type]) => ({
    list: Number(list),
    title: title ?? '',
    heading: heading ?? '',
    in2019: in2019 === 'yes',
    type: type as Column['type'],
  }),
);

/** The columns of one list, 1 to 11, in order. */
export function columnsOf(list: number): readonly Column[] {
  return byList.get(list) ?? [];
}

/** The codes of a category, as the template writes them (`b) Female`, `N1 - Abuse or neglect`). */
export function codesOf(heading: string): readonly string[] {
  return byHeading.get(heading) ?? [];
}

const byList = Map.groupBy(columns, (column) => column.list);

const byHeading = new Map(
  [...Map.groupBy(readRows('./codes.tsv'), ([heading]) => heading ?? '')].map(([heading, rows]) => [
    heading,
    rows.map(([, code]) => code ?? ''),
  ]),
);

function readRows(file: string): string[][] {
  const text = readFileSync(new URL(file, import.meta.url), 'utf8');
  const [, ...rows] = text.trimEnd().split(/\r?\n/);
  return rows.map((row) => row.split('\t'));
}
