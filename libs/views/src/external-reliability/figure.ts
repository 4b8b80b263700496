import { exactLowerBound } from '#assurance-statistics';
import { AUDIT_QUALITIES, type AuditId, type AuditQuality } from '#audit-cycle';
import type { AuditPlace } from '../audit-place.js';
import { gradeMatrix, stepsWorse, type GradeMatrixRow, type GradePair } from '../grade-matrix.js';
import { tally } from '../in-order.js';
import { oneDecimal } from '../share.js';
import type { OpinionByRule } from './opinion-by-rule.js';
import type { ReviewedCase, RoundRow } from './round-row.js';

/** A sampled audit of a round with where it belongs. Who reviewed it is not part of it. */
export interface ExternalCase extends Omit<AuditPlace, 'id'>, Omit<ReviewedCase, 'reviewer'> {
  readonly audit: AuditId;
}

/** Why a sampled audit has no two grades. */
export type MissingComparison =
  'not-allocated' | 'reviewer-withdrawn' | 'not-graded-yet' | 'not-compared-yet';

/** How many of the compared audits agree, and what that says of the rest at least. */
export interface Agreement {
  readonly n: number;
  /** Audits with two grades. */
  readonly of: number;
  /** One decimal. */
  readonly percent: number | null;
  /** Exact lower limit (Clopper and Pearson), percent: the share lies above it 95 times in 100. Sampling error only. */
  readonly lowerBoundPercent: number | null;
  /** Why the percentages are null. */
  readonly reason?: 'n=0';
}

export interface ReliabilityFigure {
  /** Drawn, as far as the filters let them in; the sum of `compared` and of `missing`. */
  readonly sampled: number;
  /** Have a grade from outside; a part of sampled. */
  readonly committed: number;
  /** Have both grades; a part of committed. */
  readonly compared: number;
  /** The same grade twice. */
  readonly exact: Agreement;
  /** The same grade or one beside it. */
  readonly withinOne: Agreement;
  /** Theirs is worse than ours: we were kind. A part of compared, as `theirsBetter`. */
  readonly theirsWorse: number;
  readonly theirsBetter: number;
  /** A row for each grade of ours, beside theirs; adds up to compared. */
  readonly matrix: readonly GradeMatrixRow[];
  /** How well the compared audits were done; `judged` is the sum of `byQuality`. */
  readonly quality: {
    readonly judged: number;
    readonly of: number;
    readonly byQuality: readonly { readonly quality: AuditQuality; readonly n: number }[];
  };
  readonly missing: readonly { readonly reason: MissingComparison; readonly n: number }[];
}

/** A round and its figures. */
export interface ExternalReliability extends ReliabilityFigure {
  readonly round: Omit<RoundRow, 'cases' | 'rule'>;
  /** What the rule of the round says of `exact`. */
  readonly byRule: OpinionByRule;
}

export function reliabilityFigure(cases: readonly ExternalCase[]): ReliabilityFigure {
  const compared = cases.filter(({ stage }) => stage === 'compared');
  const pairs = compared.flatMap(pairOf);
  const steps = pairs.map(stepsWorse);
  const judged = compared.flatMap(({ quality }) => quality ?? []);
  return {
    sampled: cases.length,
    committed: compared.length + cases.filter(({ stage }) => stage === 'committed').length,
    compared: compared.length,
    exact: agreement(steps.filter((step) => step === 0).length, steps.length),
    withinOne: agreement(steps.filter((step) => Math.abs(step) <= 1).length, steps.length),
    theirsWorse: steps.filter((step) => step > 0).length,
    theirsBetter: steps.filter((step) => step < 0).length,
    matrix: gradeMatrix(pairs),
    quality: {
      judged: judged.length,
      of: compared.length,
      byQuality: AUDIT_QUALITIES.map((quality) => ({
        quality,
        n: judged.filter((one) => one === quality).length,
      })),
    },
    missing: tally(cases.flatMap(({ stage }) => MISSING_COMPARISON[stage] ?? [])),
  };
}

/** Why a case has no two grades, by how far it has come. */
export const MISSING_COMPARISON: Readonly<Record<ReviewedCase['stage'], MissingComparison | null>> = {
  sampled: 'not-allocated',
  'given-up': 'reviewer-withdrawn',
  allocated: 'not-graded-yet',
  committed: 'not-compared-yet',
  compared: null,
};

const pairOf = ({ ours, theirs }: ExternalCase): readonly GradePair[] =>
  ours === null || theirs === null ? [] : [[ours, theirs]];

function agreement(n: number, of: number): Agreement {
  const lower = exactLowerBound(n, of).value;
  return lower === null
    ? { n, of, percent: null, lowerBoundPercent: null, reason: 'n=0' }
    : { n, of, percent: oneDecimal(n / of), lowerBoundPercent: oneDecimal(lower) };
}
