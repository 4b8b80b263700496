import type { DistributionRow, GoodOrBetter, GradingDistribution } from '#views';
import { counted, oneDecimalPercent, writtenNumber } from '../wording/written-number.js';
import { MISSING_WORDS, OUTCOME_WORDS, WITHDRAWAL_WORDS } from '../wording/words.js';

export interface DistributionTable {
  readonly all: string;
  readonly graded: string;
  readonly rows: readonly { readonly label: string; readonly cells: readonly [string, string, string] }[];
  readonly total: readonly [n: string, ofAll: string, ofGraded: string];
  readonly goodOrBetter: readonly string[];
  readonly missing: readonly string[];
}

/** Where a percentage does not belong or does not exist. */
const NONE = '–';

export function presentDistribution(distribution: GradingDistribution): DistributionTable {
  const { total, graded, rows, goodOrBetter } = distribution;
  return {
    all: writtenNumber(total),
    graded: writtenNumber(graded),
    rows: rows.map((row) => ({ label: OUTCOME_WORDS[row.grade], cells: cellsOf(row) })),
    total: [writtenNumber(total), hundredOf(total), hundredOf(graded)],
    goodOrBetter: presentGoodOrBetter(goodOrBetter, total),
    missing: presentMissing(distribution),
  };
}

const cellsOf = ({
  n,
  percentOfAll,
  percentOfGraded,
}: DistributionRow): readonly [string, string, string] => [
  writtenNumber(n),
  percentOfAll === null ? NONE : String(percentOfAll),
  percentOfGraded === null ? NONE : String(percentOfGraded),
];

const hundredOf = (n: number): string => (n === 0 ? NONE : '100');

function presentGoodOrBetter(
  { n, of, percent, interval95, boundsOfAll }: GoodOrBetter,
  total: number,
): readonly string[] {
  if (percent === null || interval95 === null)
    return ['Good or better: no audit is graded, so there is no figure.'];
  const [lower, upper] = interval95.map(oneDecimalPercent);
  const share =
    `Good or better: ${writtenNumber(n)} of ${writtenNumber(of)} graded, ${oneDecimalPercent(percent)} ` +
    `(95% interval ${lower} to ${upper}, Wilson; it covers sampling error only).`;
  if (boundsOfAll === null) return [share];
  const [lowest, highest] = boundsOfAll.map(oneDecimalPercent);
  return [
    share,
    lowest === highest
      ? `No grade is missing, so it is ${lowest} of all ${writtenNumber(total)} as well.`
      : `Of all ${writtenNumber(total)}, between ${lowest} and ${highest}, whatever the missing grades would have been.`,
  ];
}

/** What is missing from the figures, and why. */
function presentMissing({
  total,
  graded,
  missing,
  withdrawn,
  withdrawnAfterGrading,
  withdrawals,
}: GradingDistribution): readonly string[] {
  const without = `${writtenNumber(total - graded)} of ${counted(total, 'audit has', 'audits have')} no grade`;
  const taken = `${counted(withdrawn, 'audit was', 'audits were')} withdrawn and ${withdrawn === 1 ? 'is' : 'are'} not in the total`;
  return [
    missing.length === 0
      ? 'No grade is missing.'
      : `${without}: ${missing.map(({ reason, n }) => `${writtenNumber(n)} because ${MISSING_WORDS[reason]}`).join('; ')}.`,
    withdrawn === 0
      ? 'No audit was withdrawn.'
      : `${taken}, ${writtenNumber(withdrawnAfterGrading)} of them after grading had begun: ` +
        `${withdrawals.map(({ reason, n }) => `${writtenNumber(n)} ${WITHDRAWAL_WORDS[reason]}`).join('; ')}.`,
  ];
}
