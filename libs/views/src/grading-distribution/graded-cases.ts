import type { AuditId, ChildId, Cohort, CycleId, Grade, TeamName, WithdrawalReason } from '#audit-cycle';
import type { Page, Paging } from '../cursor.js';
import { pageOfAll } from '../page-of-all.js';
import type { ViewReader } from '../view-reader.js';
import type { UnknownFilter } from '../case-filters.js';
import { casesOf, type GradesAsked } from './cases-asked.js';
import { figureOfGrades, type GradesAskedFor, type GradesQuery } from './grades-asked-for.js';
import { isAskedFor, type CaseOutcome, type OutcomeAskedFor } from './outcome-asked-for.js';
import type { GradedAudit } from './rows.js';

/** One of the cases behind a figure, with the grades that it has had. */
export interface GradedCase {
  readonly audit: AuditId;
  readonly cycle: CycleId;
  readonly child: ChildId;
  readonly cohort: Cohort;
  readonly team: TeamName | null;
  readonly submittedGrade: Grade | null;
  readonly moderatedGrade: Grade | null;
  readonly settledGrade: Grade | null;
  readonly finalGrade: Grade | null;
  readonly withdrawn: WithdrawalReason | null;
  readonly withdrawnAfterGrading: boolean;
  /** What became of the case, or of the section that is asked for, at the stage that is asked for. */
  readonly outcome: CaseOutcome;
}

export type GradedCasesQuery = GradesQuery & Omit<GradesAsked, 'by'> & OutcomeAskedFor & Paging;

/** The cases behind the figures of grades, in the order of the children's ids. */
export async function listGradedCases(
  reader: ViewReader,
  query: GradedCasesQuery,
): Promise<Page<GradedCase> | { readonly unknown: UnknownFilter }> {
  const found = await figureOfGrades(reader, query, (grades) => ({ items: gradedCases(grades, query) }));
  if ('unknown' in found) return found;
  return pageOfAll(
    query,
    found.items,
    ({ child, audit }) => ({ value: child, id: audit }),
    BigInt(found.position),
  );
}

/** The cases behind a row of a distribution; behind all of it, withdrawn ones included, where no row is asked for. */
export function gradedCases(
  grades: GradesAskedFor,
  asked: Omit<GradesAsked, 'by'> & OutcomeAskedFor,
): readonly GradedCase[] {
  const { audits, outcomeOf } = casesOf(grades, asked);
  return audits
    .map((audit) => gradedCase(audit, audit.withdrawn === null ? outcomeOf(audit) : 'withdrawn'))
    .filter(({ outcome }) => isAskedFor(outcome, asked));
}

function gradedCase(
  { id, finalGrade, withdrawn, withdrawnAfterGrading, ...of }: GradedAudit,
  outcome: CaseOutcome,
): GradedCase {
  return {
    ...{ audit: id, cycle: of.cycle, child: of.child, cohort: of.cohort, team: of.team },
    ...{
      submittedGrade: of.submittedGrade,
      moderatedGrade: of.moderatedGrade,
      settledGrade: of.settledGrade,
    },
    ...{ finalGrade, withdrawn, withdrawnAfterGrading, outcome },
  };
}
