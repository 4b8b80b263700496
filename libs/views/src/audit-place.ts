import type { AuditId, ChildId, Cohort, CycleId, TeamName } from '#audit-cycle';
import { correctedGroup } from './corrected-group.js';
import { versionsTable } from './versions-table.js';
import type { TableFold } from './view.js';

/** Where an audit belongs, with what was corrected. */
export interface AuditPlace {
  readonly id: AuditId;
  readonly cycle: CycleId;
  readonly child: ChildId;
  readonly cohort: Cohort;
  readonly team: TeamName | null;
}

/** The audits that the figures of a view stand for, in the view itself, so that both are known at one position. */
export const auditPlaces = (table: string): TableFold<AuditPlace> =>
  versionsTable(
    table,
    'case-audit',
    'CaseSelected',
    ({ stream, facts }): AuditPlace => ({
      id: stream.id,
      cycle: facts.cycle,
      child: facts.child,
      cohort: facts.cohort,
      team: facts.team,
    }),
    { CorrectionMade: (audit, { facts }) => ({ ...audit, ...correctedGroup(facts) }) },
  );
