import {
  ACTION_VERDICTS,
  type ActionId,
  type ActionImpact,
  type ActionVerdict,
  type ReAuditRule,
  type TeamName,
} from '#audit-cycle';
import { countImpacts, type ImpactCounts } from '../action-completion/impact.js';
import { gradeMatrix, stepsWorse, type GradeMatrixRow, type GradePair } from '../grade-matrix.js';
import { tally } from '../in-order.js';
import { shareOf, type Share } from '../share.js';
import type { ReAuditOutcomeRow } from './re-audit-row.js';

/** One original action in one re-audit. */
export interface TestedAction {
  readonly action: ActionId;
  /** Code of the tool's theme; null for none. */
  readonly theme: string | null;
  /** Null while the re-audit is not finished, and where it was withdrawn. */
  readonly verdict: ActionVerdict | null;
  /** Whether its owner's word at that time was that it is done; null without a verdict. */
  readonly claimedDone: boolean | null;
  /** What it changed for the child, as last judged; null where nobody has judged. */
  readonly impact: ActionImpact | null;
}

/** A re-audit and those of its actions that were asked about. */
export interface ReAuditOutcome extends Omit<ReAuditOutcomeRow, 'actions' | 'verdicts'> {
  /** The child's at the selection of the audit, with what was corrected. */
  readonly team: TeamName | null;
  readonly actions: readonly TestedAction[];
}

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

export interface ReAuditFigure {
  /** `selected` is the sum of the others. */
  readonly reAudits: {
    readonly selected: number;
    readonly reAudited: number;
    readonly underWay: number;
    readonly withdrawn: number;
  };
  /** Verdicts of finished re-audits; an action that two re-audits tested counts twice. */
  readonly tested: number;
  /** Part of `tested`: tests of an action that had been tested before. */
  readonly testedAgain: number;
  /** Adds up to `tested`. */
  readonly verdicts: readonly VerdictCount[];
  /**
   * The true-closure rate: found done, of all that were tested. Cases that were chosen or audited again for their grade are no sample
   * of the rest: what may be said of all actions is that of `drawn` in `byRule`.
   */
  readonly trueClosure: Share;
  /** Found done, of those that had been reported done. */
  readonly trueClosureOfClaimed: Share;
  /** Whether those that were found done had made a difference; `verified` is how many they are. */
  readonly foundDone: ImpactCounts;
  /** By why the case was audited again; adds up to the whole. */
  readonly byRule: readonly RuleRow[];
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

/** What re-audits found that came about in one way. */
export interface RuleRow {
  readonly rule: ReAuditRule;
  readonly selected: number;
  readonly tested: number;
  readonly trueClosure: Share;
}

const RULES: readonly ReAuditRule[] = ['drawn', 'inadequate', 'chosen'];

export type MissingVerdict = 're-audit-under-way' | 're-audit-withdrawn';

export function reAuditFigure(outcomes: readonly ReAuditOutcome[]): ReAuditFigure {
  const finished = outcomes.filter(({ status }) => status === 're-audited');
  const withdrawn = outcomes.filter(({ status }) => status === 'withdrawn');
  const tests = testsOf(outcomes);
  const claimed = tests.filter(({ claimedDone }) => claimedDone === true);
  const steps = finished.flatMap(pairOf).map(stepsWorse);
  return {
    reAudits: {
      selected: outcomes.length,
      reAudited: finished.length,
      underWay: outcomes.length - finished.length - withdrawn.length,
      withdrawn: withdrawn.length,
    },
    tested: tests.length,
    testedAgain: tests.length - new Set(tests.map(({ action }) => action)).size,
    verdicts: verdictsOf(tests),
    trueClosure: closureOf(tests),
    foundDone: countImpacts(tests.filter(isFoundDone).map(({ impact }) => impact ?? 'not-yet-judged')),
    byRule: RULES.map((rule) => {
      const those = outcomes.filter((one) => one.rule === rule);
      const found = testsOf(those);
      return { rule, selected: those.length, tested: found.length, trueClosure: closureOf(found) };
    }),
    trueClosureOfClaimed: closureOf(claimed),
    byClaim: [true, false].map((claimedDone) => {
      const those = tests.filter((one) => one.claimedDone === claimedDone);
      return { claimedDone, n: those.length, verdicts: verdictsOf(those) };
    }),
    grades: {
      better: steps.filter((step) => step < 0).length,
      same: steps.filter((step) => step === 0).length,
      worse: steps.filter((step) => step > 0).length,
      matrix: gradeMatrix(finished.flatMap(pairOf)),
    },
    missing: tally(outcomes.flatMap(missingOf)),
  };
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
