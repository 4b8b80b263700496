import type { AuditId, ChildId, Cohort, CycleId, Grade, TeamName, WithdrawalReason } from '#audit-cycle';
import type { Page, Paging } from '../cursor.js';
import { pageOfAll } from '../page-of-all.js';
import type { ViewReader } from '../view-reader.js';
import type { UnknownFilter } from '../case-filters.js';
import { figureOfGrades, type GradesQuery } from './grades-asked-for.js';
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
}

/** The cases behind the figures of grades, in the order of the children's ids. */
export async function listGradedCases(
  reader: ViewReader,
  query: GradesQuery & Paging,
): Promise<Page<GradedCase> | { readonly unknown: UnknownFilter }> {
  const found = await figureOfGrades(reader, query, ({ audits }) => ({ items: audits.map(gradedCase) }));
  if ('unknown' in found) return found;
  return pageOfAll(
    query,
    found.items,
    ({ child, audit }) => ({ value: child, id: audit }),
    BigInt(found.position),
  );
}

const gradedCase = ({
  id,
  finalGrade,
  withdrawn,
  withdrawnAfterGrading,
  ...of
}: GradedAudit): GradedCase => ({
  ...{ audit: id, cycle: of.cycle, child: of.child, cohort: of.cohort, team: of.team },
  ...{ submittedGrade: of.submittedGrade, moderatedGrade: of.moderatedGrade, settledGrade: of.settledGrade },
  ...{ finalGrade, withdrawn, withdrawnAfterGrading },
});
