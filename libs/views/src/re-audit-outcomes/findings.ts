import { ACTION_VERDICTS, type ActionVerdict } from '#audit-cycle';
import { countImpacts, type ImpactCounts } from '../action-completion/impact.js';
import { gradeMatrix, stepsWorse, type GradeMatrixRow, type GradePair } from '../grade-matrix.js';
import { tally } from '../in-order.js';
import { shareOf, type Share } from '../share.js';
import type { ReAuditOutcome, TestedAction } from './tested-re-audit.js';

/** How actions turned out, against what their owners had said. */
export interface ClaimRow {
  /** Whether they had been reported done when they were tested. */
  readonly claimedDone: boolean;
  /** The sum of `verdicts`. */
  readonly n: number;
  readonly verdicts: readonly VerdictCount[];
}

export interface VerdictCount {
  readonly verdict: ActionVerdict;
  readonly n: number;
}

/** What re-audits found that came about in one way. */
export interface ReAuditFindings {
  /** `selected` is the sum of the others. */
  readonly reAudits: ReAuditCounts;
  /** Verdicts of finished re-audits; an action that two re-audits tested counts twice. */
  readonly tested: number;
  /** Part of `tested`: tests of an action that had been tested before, in a re-audit that came about in the same way. */
  readonly testedAgain: number;
  /** Adds up to `tested`. */
  readonly verdicts: readonly VerdictCount[];
  /** The true-closure rate: found done, of all that were tested. */
  readonly trueClosure: Share;
  /** Found done, of those that had been reported done. */
  readonly trueClosureOfClaimed: Share;
  /** Whether those that were found done had made a difference; `verified` is how many they are. */
  readonly foundDone: ImpactCounts;
  /** Claimed ones first; adds up to `tested`. */
  readonly byClaim: readonly ClaimRow[];
  /** Adds up to the re-audits that are finished. */
  readonly grades: {
    readonly better: number;
    readonly same: number;
    readonly worse: number;
    /** A row for each original grade, beside the grades of the re-audit. */
    readonly matrix: readonly GradeMatrixRow[];
  };
  /** Actions of these re-audits that have no verdict, by why. */
  readonly missing: readonly { readonly reason: MissingVerdict; readonly n: number }[];
}

export interface ReAuditCounts {
  readonly selected: number;
  readonly reAudited: number;
  readonly underWay: number;
  readonly withdrawn: number;
}

export type MissingVerdict = 're-audit-under-way' | 're-audit-withdrawn';

/** What was found in re-audits that came about in one way. */
export function reAuditFindings(outcomes: readonly ReAuditOutcome[]): ReAuditFindings {
  const tests = testsOf(outcomes);
  const pairs = outcomes.filter(({ status }) => status === 're-audited').flatMap(pairOf);
  const steps = pairs.map(stepsWorse);
  return {
    reAudits: reAuditCounts(outcomes),
    tested: tests.length,
    testedAgain: tests.length - new Set(tests.map(({ action }) => action)).size,
    verdicts: verdictsOf(tests),
    trueClosure: closureOf(tests),
    trueClosureOfClaimed: closureOf(tests.filter(({ claimedDone }) => claimedDone === true)),
    foundDone: countImpacts(tests.filter(isFoundDone).map(({ impact }) => impact ?? 'not-yet-judged')),
    byClaim: [true, false].map((claimedDone) => {
      const those = tests.filter((one) => one.claimedDone === claimedDone);
      return { claimedDone, n: those.length, verdicts: verdictsOf(those) };
    }),
    grades: {
      better: steps.filter((step) => step < 0).length,
      same: steps.filter((step) => step === 0).length,
      worse: steps.filter((step) => step > 0).length,
      matrix: gradeMatrix(pairs),
    },
    missing: tally(outcomes.flatMap(missingOf)),
  };
}

export function reAuditCounts(outcomes: readonly ReAuditOutcome[]): ReAuditCounts {
  const reAudited = outcomes.filter(({ status }) => status === 're-audited').length;
  const withdrawn = outcomes.filter(({ status }) => status === 'withdrawn').length;
  const selected = outcomes.length;
  return { selected, reAudited, underWay: selected - reAudited - withdrawn, withdrawn };
}

const testsOf = (outcomes: readonly ReAuditOutcome[]): readonly TestedAction[] =>
  outcomes.flatMap(({ actions }) => actions.filter(({ verdict }) => verdict !== null));

const closureOf = (tests: readonly TestedAction[]): Share =>
  shareOf(tests.filter(isFoundDone).length, tests.length);

const isFoundDone = ({ verdict }: TestedAction): boolean => verdict === 'done';

const verdictsOf = (tests: readonly TestedAction[]): readonly VerdictCount[] =>
  ACTION_VERDICTS.map((verdict) => ({ verdict, n: tests.filter((one) => one.verdict === verdict).length }));

const pairOf = ({ originalGrade, grade }: ReAuditOutcome): readonly GradePair[] =>
  grade === null ? [] : [[originalGrade, grade]];

const missingOf = ({ status, actions }: ReAuditOutcome): readonly MissingVerdict[] =>
  actions.flatMap(({ verdict }) =>
    verdict !== null ? [] : status === 'withdrawn' ? 're-audit-withdrawn' : 're-audit-under-way',
  );
