import type { AuditId, ChildId, Cohort, CycleId, TeamName } from '#audit-cycle';
import { correctedGroup } from '../corrected-group.js';
import { versionsTable } from '../versions-table.js';
import type { TableFold } from '../view.js';

/** Where an audit that a round may have drawn belongs. */
export interface SampledAudit {
  readonly id: AuditId;
  readonly cycle: CycleId;
  readonly child: ChildId;
  readonly cohort: Cohort;
  readonly team: TeamName | null;
}

export const sampledAudits: TableFold<SampledAudit> = versionsTable(
  'external_audit',
  'case-audit',
  'CaseSelected',
  ({ stream, facts }): SampledAudit => ({
    id: stream.id,
    cycle: facts.cycle,
    child: facts.child,
    cohort: facts.cohort,
    team: facts.team,
  }),
  { CorrectionMade: (audit, { facts }) => ({ ...audit, ...correctedGroup(facts) }) },
);
