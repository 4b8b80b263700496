import { leniency, shrunkMeans, type ShrunkMean } from '#assurance-statistics';
import type { CycleId, PersonId } from '#audit-cycle';
import type { CycleSummary } from '../cycle-summary.js';
import { threeDecimals, twoDecimals } from '../decimals.js';
import type { GradedAudit } from '../grading-distribution/rows.js';
import { inOrder } from '../in-order.js';
import { driftOf, type Drift } from './drift.js';
import { JUDGES, type Judge, type JudgedGrade } from './judged-grade.js';

/** How one auditor's grades stand to those of one kind of judge. */
export interface LeniencyOfAuditor {
  readonly judge: Judge;
  /** First grades that were judged. */
  readonly n: number;
  readonly kinder: number;
  readonly stricter: number;
  /** Mean steps of the scale by which the judges' grades are worse, two decimals: above 0 the auditor is kind. */
  readonly own: number | null;
  /** The same, drawn towards the mean of all auditors as far as so few grades say little. */
  readonly shrunk: number | null;
  readonly interval95: readonly [lower: number, upper: number] | null;
  /** Why there is a mean without an interval: auditors differ no more than by chance, so that it would have no width. */
  readonly noIntervalReason?: 'degenerate-se';
  /** How much of their own mean is in it, 0 to 1. */
  readonly reliability: number | null;
  /** Exact sign test of kinder as often as stricter. */
  readonly p: number | null;
  /** Over the cycles, against this kind of judge. */
  readonly drift: Drift;
  /** Why figures are null: `too-few` grades by the policy, or `too-few-groups` and `no-variation` of all auditors together. */
  readonly reason?: 'too-few' | 'too-few-groups' | 'no-variation';
}

export interface ConsistencyOfAuditor {
  readonly auditor: PersonId;
  /** Cases that the auditor graded. */
  readonly graded: number;
  readonly judged: readonly LeniencyOfAuditor[];
}

export interface AuditorConsistency {
  /** Grades below which nothing is said of an auditor. */
  readonly fewestPairs: number;
  /** By id: an order of who is better is nobody's to make. */
  readonly auditors: readonly ConsistencyOfAuditor[];
  /** What all auditors have in common, by judge; nothing of fewer than three, among whom each could work out another. */
  readonly all: readonly {
    readonly judge: Judge;
    readonly n: number;
    /** Towards which the auditors' means are drawn; null where there is none. */
    readonly mean: number | null;
    readonly reason?: 'too-few-auditors' | 'too-few-groups' | 'no-variation';
  }[];
}

/** Of two auditors each could take their own grades from what both have in common. */
const FEWEST_AUDITORS = 3;

/** @param cycles the earliest first */
export function auditorConsistency(
  audits: readonly GradedAudit[],
  judged: readonly JudgedGrade[],
  cycles: readonly Pick<CycleSummary, 'id'>[],
  fewestPairs: number,
): AuditorConsistency {
  const auditors = inOrder(new Set(audits.flatMap(({ auditor }) => auditor ?? [])));
  const byJudge = JUDGES.map((judge) => {
    const theirs = auditors.map((auditor) =>
      judged.filter((one) => one.auditor === auditor && one.judge === judge),
    );
    return { judge, theirs, means: shrunkMeans(theirs.map(shiftsOf)) };
  });
  return {
    fewestPairs,
    auditors: auditors.map((auditor, at) => ({
      auditor,
      graded: audits.filter((audit) => audit.auditor === auditor && audit.withdrawn === null).length,
      judged: byJudge.map(({ judge, theirs, means }) => {
        const own = theirs[at]!;
        const mean = means.value === null ? means.reason : means.value.groups[at]!;
        const drift = driftOf(byCycle(own, cycles), fewestPairs);
        return { ...leniencyOfAuditor(judge, shiftsOf(own), mean, fewestPairs), drift };
      }),
    })),
    all: byJudge.map(({ judge, theirs, means }) => {
      const n = theirs.flat().length;
      const many = theirs.filter((own) => own.length > 0).length;
      if (many > 0 && many < FEWEST_AUDITORS) return { judge, n, mean: null, reason: 'too-few-auditors' };
      return means.value === null
        ? { judge, n, mean: null, reason: means.reason }
        : { judge, n, mean: twoDecimals(means.value.mean) };
    }),
  };
}

const shiftsOf = (judged: readonly JudgedGrade[]): readonly number[] => judged.map(({ shift }) => shift);

function leniencyOfAuditor(
  judge: Judge,
  shifts: readonly number[],
  mean: ShrunkMean | 'too-few-groups' | 'no-variation',
  fewest: number,
): Omit<LeniencyOfAuditor, 'drift'> {
  const counts = {
    n: shifts.length,
    kinder: shifts.filter((shift) => shift > 0).length,
    stricter: shifts.filter((shift) => shift < 0).length,
  };
  const none = { own: null, shrunk: null, interval95: null, reliability: null, p: null } as const;
  if (counts.n < fewest) return { judge, ...counts, ...none, reason: 'too-few' };
  const { value: test } = leniency([
    [counts.n - counts.kinder - counts.stricter, counts.kinder],
    [counts.stricter, 0],
  ]);
  const p = test === null ? null : threeDecimals(test.pExact);
  const own = twoDecimals(shifts.reduce((sum, shift) => sum + shift, 0) / counts.n);
  if (typeof mean === 'string') return { judge, ...counts, ...none, own, p, reason: mean };
  return {
    ...{ judge, ...counts, own, p },
    shrunk: twoDecimals(mean.shrunk),
    ...(mean.ci[0] < mean.ci[1]
      ? { interval95: [twoDecimals(mean.ci[0]), twoDecimals(mean.ci[1])] }
      : { interval95: null, noIntervalReason: 'degenerate-se' }),
    reliability: twoDecimals(mean.reliability),
  };
}

const byCycle = (
  judged: readonly JudgedGrade[],
  cycles: readonly { readonly id: CycleId }[],
): readonly (readonly [cycle: CycleId, shifts: readonly number[]])[] =>
  cycles.map(({ id }) => [id, shiftsOf(judged.filter(({ cycle }) => cycle === id))]);
