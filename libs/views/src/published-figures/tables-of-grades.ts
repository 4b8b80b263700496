import { GRADES, WITHDRAWAL_REASONS } from '#audit-cycle';
import { areasOf } from '../case-filters.js';
import type { CycleSummary } from '../cycle-summary.js';
import { outcomeAt, sectionsAt } from '../grading-distribution/outcome-at.js';
import type { GradedAudit } from '../grading-distribution/rows.js';
import { inOrder } from '../in-order.js';
import { publishParts, type Level } from './publish-parts.js';
import { publishWhole } from './publish-whole.js';
import { withGoodOrBetter } from './published-row.js';
import { isWithheld, WITHHELD, type PublishedTable } from './published-table.js';

const NO_GRADE = 'no-grade-recorded';
const OUTCOMES = [...GRADES, NO_GRADE];
const IN_SECTION = [...GRADES, 'not-applicable', 'not-graded'];

/** Divisions of the same cases: one by cohort, one by area and within that by team. */
const DIVISIONS: readonly (readonly Level[])[] = [
  [{ table: 'grades-by-cohort', by: 'cohort' }],
  [
    { table: 'grades-by-area', by: 'area' },
    { table: 'grades-by-team', by: 'team' },
  ],
];

/** The final grades of a closed cycle as they are published, in all and by groups of cases. */
export function tablesOfGrades(
  cycle: CycleSummary,
  audits: readonly GradedAudit[],
): readonly PublishedTable[] {
  const { fewestPublished: fewest, totalsPublished } = cycle.fewest;
  const kept = audits.filter(({ withdrawn }) => withdrawn === null);
  const outcomes = kept.map((audit) => outcomeAt('final', audit, true));
  const whole = publishWhole(
    null,
    OUTCOMES,
    OUTCOMES.map((kind) => outcomes.filter((outcome) => outcome === kind).length),
    fewest,
    totalsPublished ? 'counts' : 'nothing',
  );
  const areaOf = areasOf([cycle]);
  const counted = kept.map((audit, index) => ({
    kind: outcomes[index]!,
    groups: { cohort: audit.cohort, area: areaOf(audit), team: audit.team },
  }));
  const isGradedKnown = whole.row.cells.every(({ of, count }) => of[0] !== NO_GRADE || !isWithheld(count));
  return [
    gradesOf({ table: 'grades', rows: [whole.row] }),
    ...DIVISIONS.flatMap((levels) =>
      whole.kinds === null
        ? levels.map(({ table }) => ({ table, ...WITHHELD }))
        : publishParts(levels, whole.kinds, counted, fewest).map(gradesOf),
    ),
    isGradedKnown
      ? tableOfSections(
          kept.filter(({ finalGrade }) => finalGrade !== null),
          fewest,
        )
      : { table: 'grades-by-section', ...WITHHELD },
    tableOfWithdrawals(audits, fewest, totalsPublished),
  ];
}

const gradesOf = (table: PublishedTable): PublishedTable =>
  'rows' in table ? { ...table, rows: table.rows.map(withGoodOrBetter) } : table;

/** Each section divides the cases that have a final grade, whose number is published already. */
function tableOfSections(graded: readonly GradedAudit[], fewest: number): PublishedTable {
  const answers = graded.map((audit) => sectionsAt('final', audit));
  const sections = inOrder(
    answers.flatMap((one) => Object.keys(one).filter((section) => one[section] !== 'answered')),
  );
  const rows = sections.map((section) => {
    const found = answers
      .map((one) => one[section] ?? 'not-graded')
      .map((one) => (one === 'answered' ? 'not-graded' : one));
    const counts = IN_SECTION.map((kind) => found.filter((one) => one === kind).length);
    return publishWhole(section, IN_SECTION, counts, fewest, 'sum').row;
  });
  return gradesOf({ table: 'grades-by-section', rows });
}

function tableOfWithdrawals(
  audits: readonly GradedAudit[],
  fewest: number,
  totalsPublished: boolean,
): PublishedTable {
  const counts = WITHDRAWAL_REASONS.map(
    (reason) => audits.filter(({ withdrawn }) => withdrawn === reason).length,
  );
  const { row } = publishWhole(null, WITHDRAWAL_REASONS, counts, fewest, totalsPublished ? 'sum' : 'nothing');
  return { table: 'withdrawals', rows: [row] };
}
