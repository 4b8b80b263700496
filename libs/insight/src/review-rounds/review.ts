import {
  isAdmitted,
  type AuditId,
  type ChildId,
  type CommittedGrade,
  type Grade,
  type IsoDate,
  type Period,
  type PersonId,
  type Review,
  type ToolId,
} from '#audit-cycle';
import type { RoundRead } from './rounds.js';

/** A case that somebody from outside grades, as that person sees it. */
export interface ReviewShown {
  readonly round: string;
  readonly audit: AuditId;
  readonly child: ChildId;
  /** The work that is graded: the child's record is read up to its last day. */
  readonly reviewed: Period;
  readonly tool: { readonly id: ToolId; readonly version: number };
  /** The last day of access. */
  readonly until: IsoDate;
  /** Their own grade; null until it is committed. */
  readonly committed: CommittedGrade | null;
  /** Both grades; null until they are compared, which is after the commit. */
  readonly comparison: { readonly ours: Grade; readonly theirs: Grade; readonly agree: boolean } | null;
  readonly quality: Review['quality'];
}

/** The cases of a round that are somebody's to grade on a day; none where their access is not open. */
export const reviewsOf = (read: RoundRead, reviewer: PersonId, on: IsoDate): readonly ReviewShown[] =>
  isAdmitted(read.round, reviewer, on)
    ? [...read.round.reviews]
        .filter(([, review]) => review.reviewer === reviewer)
        .map(([audit, review]) => shown(read, audit, review))
    : [];

/** Member by member, so that nothing that a review may hold one day is shown by being there. */
function shown({ id, round }: RoundRead, audit: AuditId, review: Review): ReviewShown {
  const { reviewer, child, reviewed, tool, committed, ours, quality } = review;
  return {
    round: id,
    ...{ audit, child, reviewed, tool, committed, quality },
    until: round.reviewers.get(reviewer)?.until ?? reviewed.to,
    comparison:
      committed === null || ours === null
        ? null
        : { ours, theirs: committed.grade, agree: ours === committed.grade },
  };
}
