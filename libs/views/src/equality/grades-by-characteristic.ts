import { withholdSmallCounts } from '#assurance-statistics';
import { GRADES } from '#audit-cycle';
import { outcomeAt } from '../grading-distribution/outcome-at.js';
import { counted } from '../grading-distribution/figure.js';
import type { GradedAudit } from '../grading-distribution/rows.js';
import {
  publishedRow,
  withGoodOrBetter,
  type HiddenInRow,
  type Kinds,
} from '../published-figures/published-row.js';
import { WITHHELD, type PublishedRow, type Withheld } from '../published-figures/published-table.js';

/** Rows for every group of a characteristic, in its order; withheld as a whole where no way of showing them hides what is small. */
export interface ByCharacteristic<Row extends PublishedRow = PublishedRow> {
  /** All groups together, which the figures of the cycle show as well. */
  readonly whole: Row;
  readonly groups: readonly Row[] | Withheld;
}

/** The group of a child, by the sealed list. */
export type GroupOf = (child: string) => string;

const OUTCOMES = [...GRADES, 'no-grade-recorded'] as const;
const KINDS: Kinds = OUTCOMES.map((outcome) => [outcome]);

const NOTHING: HiddenInRow = { counts: OUTCOMES.map(() => false), sum: false };

/** Final grades of a closed cycle, by group. Withdrawn cases are in none. */
export function gradesByCharacteristic(
  audits: readonly GradedAudit[],
  groups: readonly string[],
  groupOf: GroupOf,
  fewest: number,
): ByCharacteristic {
  const cases = counted(audits);
  const countsOf = (part: readonly GradedAudit[]): readonly number[] => {
    const outcomes = part.map((audit) => outcomeAt('final', audit, true));
    return OUTCOMES.map((outcome) => outcomes.filter((one) => one === outcome).length);
  };
  const parts = groups.map((group) => ({
    group,
    counts: countsOf(cases.filter(({ child }) => groupOf(child) === group)),
  }));
  const whole = countsOf(cases);
  const row = (
    group: string | null,
    counts: readonly number[],
    hidden: HiddenInRow = NOTHING,
  ): PublishedRow => withGoodOrBetter(publishedRow(group, KINDS, counts, hidden));
  // Which groups nobody is in is shown, so the others are known to hold somebody.
  const held = parts.filter(({ counts }) => counts.some((count) => count > 0));
  const hidden = withholdSmallCounts(
    { counts: whole, parts: held.map(({ counts }) => ({ counts, parts: [] })) },
    fewest,
  );
  const rowOf = (part: (typeof parts)[number]): PublishedRow => {
    const at = held.indexOf(part);
    return at < 0 ? row(part.group, part.counts) : row(part.group, part.counts, hidden![at]);
  };
  return {
    whole: row(null, whole),
    groups: hidden === null ? WITHHELD : parts.map(rowOf),
  };
}
