import { WORK_KINDS, WORK_STANDINGS, type WorkItem, type WorkKind, type WorkStanding } from './work-item.js';

/** How much waits. */
export interface WorkFigure {
  /** The sum of `byStanding`, and of `byKind`. */
  readonly n: number;
  /** Every standing, those without anything too. */
  readonly byStanding: readonly { readonly standing: WorkStanding; readonly n: number }[];
  /** The kinds of which something waits. */
  readonly byKind: readonly { readonly kind: WorkKind; readonly n: number }[];
  readonly missing: {
    /** A part of `n` that no rule gives a day, so that it can be neither due soon nor overdue. */
    readonly withoutDate: number;
  };
}

export function workFigure(items: readonly WorkItem[]): WorkFigure {
  const count = (fits: (item: WorkItem) => boolean): number => items.filter(fits).length;
  const byKind = WORK_KINDS.map((kind) => ({ kind, n: count((item) => item.kind === kind) }));
  return {
    n: items.length,
    byStanding: WORK_STANDINGS.map((standing) => ({
      standing,
      n: count((item) => item.standing === standing),
    })),
    byKind: byKind.filter(({ n }) => n > 0),
    missing: { withoutDate: count(({ due }) => due === null) },
  };
}
