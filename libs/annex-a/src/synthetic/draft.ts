import { columnsOf } from '../template/template.js';
import type { DraftRow, RowWriter } from './list-rows.js';
import type { SeededRandom } from './seeded-random.js';
import type { ChildMaker, SyntheticChild } from './synthetic-child.js';

export interface DraftList {
  readonly list: number;
  name: string;
  title: boolean;
  headings: { readonly known: string; written: string }[];
  rows: DraftRow[];
}

/** The eleven lists before they become sheets: what the quirks work on. */
export interface Draft {
  readonly lists: readonly DraftList[];
  readonly children: readonly SyntheticChild[];
  readonly writer: RowWriter;
  readonly maker: ChildMaker;
  readonly random: SeededRandom;
  readonly asAt: Date;
}

export function listOf(draft: Draft, list: number): DraftList {
  const found = draft.lists.find((other) => other.list === list);
  if (!found) throw new Error(`There is no list ${list}.`);
  return found;
}

/** Lists 6 to 9, from which the population is made. */
export function childLists(draft: Draft): readonly DraftList[] {
  return draft.lists.filter(({ list }) => list >= 6 && list <= 9);
}

export function draftLists(
  children: readonly SyntheticChild[],
  template: '2019' | 'current',
  writer: RowWriter,
  random: SeededRandom,
): DraftList[] {
  const known = children.filter(({ cohort }) => cohort !== 'care-experienced');
  const of = (cohort: string): SyntheticChild[] => children.filter((child) => child.cohort === cohort);
  const some = (share: number): SyntheticChild[] => known.filter(() => random.chance(share));
  const members = new Map<number, readonly SyntheticChild[]>([
    [1, some(0.6)],
    [2, some(0.1)],
    [3, some(0.4)],
    [4, some(0.4)],
    [5, of('child-protection')],
    [6, known],
    [7, of('child-protection')],
    [8, of('in-care')],
    [9, of('care-experienced')],
    [10, of('in-care').filter(() => random.chance(0.05))],
  ]);
  const lists = [...members].map(([list, own]) =>
    draftList(
      list,
      template,
      own.map((child) => writer.childRow(list, child)),
    ),
  );
  const adopters = Array.from({ length: 2 + Math.floor(children.length / 60) }, (_, number) =>
    writer.adopterRow(number),
  );
  return [...lists, draftList(11, template, adopters)];
}

function draftList(list: number, template: '2019' | 'current', rows: DraftRow[]): DraftList {
  const headings = columnsOf(list)
    .filter(({ in2019 }) => in2019 || template === 'current')
    .map(({ heading }) => ({ known: heading, written: heading }));
  return { list, name: `List_${list}`, title: false, headings, rows };
}
