import {
  agreementOf,
  type AuditId,
  type AuditsSampled,
  type Period,
  type Review,
  type ReviewerAdmitted,
  type ReviewRound,
  type RoundOpened,
} from '#audit-cycle';
import type { RoundRead } from './rounds.js';

/** What a list says of a round. */
export interface RoundSummary {
  readonly id: string;
  readonly halfYear: Period;
  readonly status: ReviewRound['status'];
  readonly sampleSize: number;
  /** Audits with two grades, and how many of them have the same twice. */
  readonly compared: number;
  readonly agreed: number;
}

/** All of a round. */
export interface RoundShown extends RoundSummary {
  readonly opened: RoundOpened['facts'];
  /** The precision in words, as it is printed beside the size. */
  readonly precision: string;
  readonly sample: AuditsSampled['facts'] | null;
  readonly reviewers: readonly ReviewerAdmitted['facts'][];
  readonly reviews: readonly (Review & { readonly audit: AuditId })[];
  readonly notReviewed: readonly AuditId[];
  /** Both grades are in, and nobody judged how well the audit was done. */
  readonly notJudged: readonly AuditId[];
  readonly conclusion: ReviewRound['conclusion'];
}

export function roundSummary({ id, round }: RoundRead): RoundSummary {
  const { n, agreed } = agreementOf(round);
  const { halfYear, sampleSize } = round.opened;
  return { id, halfYear, status: round.status, sampleSize, compared: n, agreed };
}

export function roundShown(read: RoundRead): RoundShown {
  const { opened, sample, reviewers, reviews, conclusion } = read.round;
  const { notReviewed, notJudged } = agreementOf(read.round);
  return {
    ...roundSummary(read),
    opened,
    precision: inWords(opened),
    sample,
    reviewers: [...reviewers.values()],
    reviews: [...reviews].map(([audit, review]) => ({ audit, ...review })),
    notReviewed,
    notJudged,
    conclusion,
  };
}

const inWords = ({ precision, sampleSize, frame }: RoundOpened['facts']): string =>
  `+/- ${precision.halfWidthPoints.toFixed(1)} points at ${precision.atPercent} %, 95 times in 100, for ${sampleSize} of ` +
  `${frame.audits} audits. This counts sampling error only: how well the cases are graded is another question.`;
