import type { AuditId } from '#audit-cycle';
import type { WorkItem, WorkKind } from './work-item.js';

/** What a moderation that is outstanding waits for. */
export const MODERATION_KINDS: readonly WorkKind[] = ['allocate-moderator', 'moderate-grade'];

/** How many moderations are outstanding, and for how long. */
export interface ModerationFigure {
  /** Those without a moderator and those with one. */
  readonly n: number;
  readonly withoutModerator: number;
  readonly withModerator: number;
  /** Of those with a moderator: the others have no day yet. */
  readonly overdue: number;
  /** Calendar days since the grade; null where nothing waits. */
  readonly ageDays: { readonly longest: number; readonly median: number } | null;
  readonly missing: {
    /** A part of `n`: it was said that the moderation did not take place, and the audit is not final without it. */
    readonly missed: number;
  };
}

export function moderationFigure(items: readonly WorkItem[], missed: ReadonlySet<AuditId>): ModerationFigure {
  const count = (fits: (item: WorkItem) => boolean): number => items.filter(fits).length;
  const ages = items.map(({ waitingDays }) => waitingDays).sort((one, other) => one - other);
  const longest = ages.at(-1);
  return {
    n: items.length,
    withoutModerator: count(({ kind }) => kind === 'allocate-moderator'),
    withModerator: count(({ kind }) => kind === 'moderate-grade'),
    overdue: count(({ standing }) => standing === 'overdue'),
    ageDays: longest === undefined ? null : { longest, median: medianOf(ages) },
    missing: { missed: count(({ audit }) => audit !== null && missed.has(audit)) },
  };
}

/** Of numbers in order, at least one. */
function medianOf(ages: readonly number[]): number {
  const middle = ages.slice(Math.floor((ages.length - 1) / 2), Math.floor(ages.length / 2) + 1);
  return middle.reduce((sum, age) => sum + age, 0) / middle.length;
}
