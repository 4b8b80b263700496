import { sumOf, type CountedGroup } from './counted-group.js';

/**
 * One figure of a table, as a flow between the two sums that it is part of: it is added in one and taken off in the other, so
 * that whatever keeps every sum is a flow that goes round in circles.
 */
export interface SumCell {
  readonly from: number;
  readonly to: number;
  readonly value: number;
  /** Everybody knows that it is not below this. */
  readonly least: number;
  /** Everybody knows from the figures of the whole that it is not above this. */
  readonly most: number;
  /** Whether it is not published for its own sake. */
  readonly small: boolean;
  /** How much a reader loses with it. */
  readonly worth: number;
}

/** The figures of a table below its first line, group by group: the counts of a group, its sum where there are several kinds, its parts. */
export interface SumNetwork {
  readonly cells: readonly SumCell[];
  /** Sums are numbered from 0 to one less than this. */
  readonly sums: number;
  readonly additions: readonly Addition[];
}

/** Cells that a reader can add: the kinds of a group, or one figure of all parts of a group. */
export interface Addition {
  readonly parts: readonly number[];
  /** The cell that they make; null for a figure of the whole, which is published. */
  readonly whole: number | null;
}

/**
 * The sums that tie the parts of a whole together. A count flows from the sum of its kind over all parts down to the group; what
 * a group has of all kinds flows back up as its sum. (Two-way tables of which one side is a hierarchy are networks: Cox 1995,
 * JASA 90, 1453-1462.) The sum over the kinds of a divided group follows from those of its parts and is left out.
 */
export function sumNetwork(whole: CountedGroup, fewest: number): SumNetwork {
  const kinds = whole.counts.length;
  const several = kinds > 1;
  const all = sumOf(whole);
  const cells: SumCell[] = [];
  const additions: Addition[] = [];
  let sums = 0;
  const newSums = (count: number): readonly number[] => Array.from({ length: count }, () => sums++);
  const nowhere = newSums(1)[0]!;
  const isSmall = (count: number): boolean => count > 0 && count < fewest;

  /** Adds the figures of a group and of its parts, and says where its own are. */
  const add = (group: CountedGroup, above: readonly number[], others: number): readonly number[] => {
    const sum = sumOf(group);
    const own = Array.from({ length: several ? kinds + 1 : 1 }, (_, figure) => cells.length + figure);
    const below = group.parts.length > 0 ? newSums(kinds + 1) : ofLeaf();
    group.counts.forEach((value, kind) => {
      const most = Math.min(whole.counts[kind]!, several ? all - others : all);
      const small = isSmall(value) || (several && isSmall(sum) && whole.counts[kind]! > 0);
      cells.push({
        ...{ from: above[kind]!, to: below[kind]!, value, least: 0, most, small },
        worth: fewest + value,
      });
    });
    if (several) {
      const ends = { from: below[kinds]!, to: above[kinds]! };
      const worth = kinds * (fewest + sum);
      cells.push({ ...ends, value: sum, least: 1, most: all - others, small: isSmall(sum), worth });
      additions.push({ parts: own.slice(0, kinds), whole: own[kinds]! });
    }
    addParts(group, below, others, own);
    return own;
  };
  const addParts = (
    { parts }: CountedGroup,
    below: readonly number[],
    others: number,
    own: readonly number[] | null,
  ): void => {
    if (parts.length === 0) return;
    const added = parts.map((part) => add(part, below, others + parts.length - 1));
    for (const figure of added[0]!.keys())
      additions.push({ parts: added.map((cell) => cell[figure]!), whole: own && own[figure]! });
  };
  const ofLeaf = (): readonly number[] => {
    const leaf = several ? newSums(1)[0]! : nowhere;
    return Array.from({ length: kinds + 1 }, () => leaf);
  };

  const root = newSums(kinds + 1);
  addParts(whole, root, 0, null);
  return { cells, sums, additions };
}
