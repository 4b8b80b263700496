import type { AuditId, ChildId, IsoDate } from '#audit-cycle';
import type { ReviewShown } from '../review-rounds/review.js';

/** What waits for a reviewer from outside. */
export interface ReviewWaiting {
  readonly kind: 'commit-blind-grade' | 'judge-audit-quality';
  readonly round: string;
  readonly audit: AuditId;
  readonly child: ChildId;
  /** The last day of access: afterwards it cannot be done. */
  readonly due: IsoDate;
}

/** The grade first; how well the audit was done only after it. The last day of access first. */
export const reviewWaits = (reviews: readonly ReviewShown[]): readonly ReviewWaiting[] =>
  reviews
    .flatMap(({ round, audit, child, until, committed, quality }): ReviewWaiting[] => {
      if (committed !== null && quality !== null) return [];
      const kind = committed === null ? 'commit-blind-grade' : 'judge-audit-quality';
      return [{ kind, round, audit, child, due: until }];
    })
    .sort((one, other) => (`${one.due} ${one.child}` < `${other.due} ${other.child}` ? -1 : 1));
