import { withholdSmallCounts, type CountedGroup, type WithheldGroup } from '#assurance-statistics';
import { inOrder } from '../in-order.js';
import { publishedRow, type Kinds } from './published-row.js';
import {
  WITHHELD,
  type PublishedRow,
  type PublishedTable,
  type PublishedTableName,
} from './published-table.js';

/** What is counted: to which kind it belongs, and to which group of each division. */
export interface Counted {
  readonly kind: string;
  readonly groups: Readonly<Record<string, string | null>>;
}

/** One level of a division, the coarsest first: the table that it is published as, and what it divides by. */
export interface Level {
  readonly table: PublishedTableName;
  readonly by: string;
}

/**
 * The tables of a division, a table for each level, worked out together as the finer add up to the coarser. Where there is no way to
 * publish all of them, as much is published as there is a way for, and the other tables are withheld whole.
 */
export function publishParts(
  levels: readonly Level[],
  kinds: Kinds,
  counted: readonly Counted[],
  fewest: number,
): readonly PublishedTable[] {
  for (const tried of attempts(levels)) {
    const tree = divide(tried, kinds, counted);
    const withheld = withholdSmallCounts({ counts: countKinds(kinds, counted), parts: tree }, fewest);
    if (withheld !== null)
      return levels.map((level) => {
        const depth = tried.indexOf(level);
        const { table } = level;
        return depth < 0 ? { table, ...WITHHELD } : { table, rows: rowsAt(depth, kinds, tree, withheld) };
      });
  }
  return levels.map(({ table }) => ({ table, ...WITHHELD }));
}

/** All levels, then without the coarsest of them, then without the finest, and so on. */
function attempts(levels: readonly Level[]): readonly (readonly Level[])[] {
  if (levels.length < 2) return [levels];
  return [levels, ...attempts(levels.slice(1)), ...attempts(levels.slice(0, -1))];
}

interface NamedGroup extends CountedGroup {
  readonly group: string | null;
  readonly parts: readonly NamedGroup[];
}

function divide(
  [level, ...finer]: readonly Level[],
  kinds: Kinds,
  counted: readonly Counted[],
): readonly NamedGroup[] {
  if (level === undefined) return [];
  const groupOf = ({ groups }: Counted): string | null => groups[level.by] ?? null;
  return inOrder(counted.map(groupOf)).map((group) => {
    const inGroup = counted.filter((one) => groupOf(one) === group);
    return { group, counts: countKinds(kinds, inGroup), parts: divide(finer, kinds, inGroup) };
  });
}

const countKinds = (kinds: Kinds, counted: readonly Counted[]): readonly number[] =>
  kinds.map((codes) => counted.filter(({ kind }) => codes.includes(kind)).length);

function rowsAt(
  level: number,
  kinds: Kinds,
  groups: readonly NamedGroup[],
  withheld: readonly WithheldGroup[],
): readonly PublishedRow[] {
  return groups.flatMap(({ group, counts, parts }, index) => {
    const hidden = withheld[index]!;
    return level === 0
      ? publishedRow(group, kinds, counts, hidden)
      : rowsAt(level - 1, kinds, parts, hidden.parts);
  });
}
