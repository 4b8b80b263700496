import { withholdSmallCounts } from '#assurance-statistics';
import { publishedRow, type HiddenInRow, type Kinds } from './published-row.js';
import type { PublishedRow } from './published-table.js';

/** What is published of a whole whatever it is: all of its counts, their sum alone, or nothing. */
export type Stays = 'counts' | 'sum' | 'nothing';

/** The counts of a whole as they are published. */
export interface PublishedWhole {
  readonly row: PublishedRow;
  /**
   * The kinds as its parts may count them: each that is published for itself, all that are not together, so that the parts tell nothing
   * of them that the whole does not. Null where the parts are not published.
   */
  readonly kinds: Kinds | null;
}

/** Which counts of a whole are published, each kind a part of their sum. */
export function publishWhole(
  group: string | null,
  codes: readonly string[],
  counts: readonly number[],
  fewest: number,
  stays: Stays,
): PublishedWhole {
  const kinds = codes.map((code) => [code]);
  const hidden = hiddenIn(counts, fewest, stays);
  const row = publishedRow(group, kinds, counts, hidden);
  const all = counts.reduce((sum, count) => sum + count, 0);
  const together = codes.filter((_, kind) => hidden.counts[kind]);
  const isDivided = (all === 0 || all >= fewest) && together.length < codes.length;
  return {
    row,
    kinds: isDivided
      ? [
          ...kinds.filter((_, kind) => hidden.counts[kind] !== true),
          ...(together.length > 0 ? [together] : []),
        ]
      : null,
  };
}

function hiddenIn(counts: readonly number[], fewest: number, stays: Stays): HiddenInRow {
  const all = counts.reduce((sum, count) => sum + count, 0);
  const each = (hidden: boolean): readonly boolean[] => counts.map(() => hidden);
  if (stays === 'counts' || all === 0) return { counts: each(false), sum: false };
  if (all < fewest) return { counts: each(true), sum: stays === 'nothing' };
  const parts = counts.map((count) => ({ counts: [count], parts: [] }));
  const withheld = withholdSmallCounts({ counts: [all], parts }, fewest);
  return { counts: withheld?.map(({ sum }) => sum) ?? each(true), sum: false };
}
