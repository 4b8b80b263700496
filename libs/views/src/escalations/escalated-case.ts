import type { AuditId, IsoDate, PersonId, TeamName } from '#audit-cycle';
import { versionsTable } from '../versions-table.js';
import type { TableFold } from '../view.js';

/** Whose team and whose work an audited case is, with what was corrected: it says from whom something about staff is kept. */
export interface EscalatedCaseRow {
  readonly id: AuditId;
  readonly team: TeamName | null;
  readonly worker: PersonId | null;
  readonly asAt: IsoDate;
}

export const escalatedCases: TableFold<EscalatedCaseRow> = versionsTable(
  'escalation_case',
  'case-audit',
  'CaseSelected',
  ({ stream, facts }): EscalatedCaseRow => ({
    id: stream.id,
    team: facts.team,
    worker: facts.worker,
    asAt: facts.asAt,
  }),
  {
    CorrectionMade: (row, { facts }) =>
      facts.field === 'cohort' ? row : { ...row, [facts.field]: facts.to },
  },
);
