import type { Figure } from '#audit-cycle';

/** Months that a line leaves out. */
export interface Gap {
  /** Index of the point that follows it. */
  readonly before: number;
  /** YYYY-MM. */
  readonly months: readonly string[];
}

/** Where a line, oldest first, leaves months out: its rhythm is the shortest way between two of its points, a month at the least. */
export function gapsOf(ordered: readonly Figure[]): readonly Gap[] {
  const months = ordered.map(
    ({ period }) => Number(period.to.slice(0, 4)) * 12 + Number(period.to.slice(5, 7)) - 1,
  );
  const steps = months.slice(1).map((month, at) => month - (months[at] as number));
  const rhythm = Math.max(1, Math.min(...steps));
  return steps.flatMap((step, at): readonly Gap[] => {
    const skipped = Math.ceil(step / rhythm) - 1;
    const first = months[at] as number;
    const left = Array.from({ length: skipped }, (_, n) => named(first + (n + 1) * rhythm));
    return skipped < 1 ? [] : [{ before: at + 1, months: left }];
  });
}

const named = (month: number): string =>
  `${String(Math.floor(month / 12))}-${String((month % 12) + 1).padStart(2, '0')}`;
