import type { AuditId, ChildId, Cohort, CycleId, Instant, IsoDate, PersonId, TeamName } from '#audit-cycle';
import { correctedGroup } from '../corrected-group.js';
import { versionsTable } from '../versions-table.js';
import type { TableFold } from '../view.js';

/** How an allocation came to an end before its audit was graded. */
export type AllocationEnd = 'handed-on' | 'conflict' | 'withdrawn';

/** One time that an audit was somebody's to do. */
export interface TimedAllocation {
  readonly auditor: PersonId;
  readonly allocatedAt: Instant;
  /** The day by which it was to be graded when it was allocated. */
  readonly firstDue: IsoDate;
  /** The day that counts: later where the auditor was given longer before the first grade. */
  readonly due: IsoDate;
  /** When this auditor first submitted a grade; a return changes nothing about it. */
  readonly gradedAt: Instant | null;
  readonly ended: { readonly how: AllocationEnd; readonly at: Instant } | null;
}

/** The times of one audit. It names neither the child's worker nor any grade. */
export interface TimedAudit {
  readonly id: AuditId;
  readonly cycle: CycleId;
  readonly child: ChildId;
  readonly cohort: Cohort;
  readonly team: TeamName | null;
  /** In the order in which they came; the last one may be going on. */
  readonly allocations: readonly TimedAllocation[];
}

export const timedAudits: TableFold<TimedAudit> = versionsTable(
  'timeliness_audit',
  'case-audit',
  'CaseSelected',
  ({ stream, facts }): TimedAudit => ({
    id: stream.id,
    cycle: facts.cycle,
    child: facts.child,
    cohort: facts.cohort,
    team: facts.team,
    allocations: [],
  }),
  {
    AuditorAllocated: (audit, { occurredAt, facts: { auditor, due } }) =>
      allocatedTo(audit, auditor, due, occurredAt),
    AuditorReplaced: (audit, { occurredAt, facts: { to, due } }) => allocatedTo(audit, to, due, occurredAt),
    AuditDeadlineExtended: (audit, { facts }) => changed(audit, (going) => ({ ...going, due: facts.to })),
    ConflictDeclared: (audit, { occurredAt, facts }) =>
      facts.as === 'auditor' ? ended(audit, 'conflict', occurredAt) : audit,
    CaseGraded: (audit, { occurredAt }) => changed(audit, (going) => ({ ...going, gradedAt: occurredAt })),
    AuditWithdrawn: (audit, { occurredAt }) => ended(audit, 'withdrawn', occurredAt),
    CorrectionMade: (audit, { facts }) => ({ ...audit, ...correctedGroup(facts) }),
  },
);

/** Whoever had it until now has it no more. */
function allocatedTo(audit: TimedAudit, auditor: PersonId, due: IsoDate, at: Instant): TimedAudit {
  const { allocations } = ended(audit, 'handed-on', at);
  const next = { auditor, allocatedAt: at, firstDue: due, due, gradedAt: null, ended: null };
  return { ...audit, allocations: [...allocations, next] };
}

const ended = (audit: TimedAudit, how: AllocationEnd, at: Instant): TimedAudit =>
  changed(audit, (going) => ({ ...going, ended: { how, at } }));

/** Changes the last allocation while it goes on. Once it was graded or has ended, what follows says nothing of whether it was in time. */
function changed(audit: TimedAudit, change: (going: TimedAllocation) => TimedAllocation): TimedAudit {
  const last = audit.allocations.at(-1);
  return last === undefined || last.ended !== null || last.gradedAt !== null
    ? audit
    : { ...audit, allocations: [...audit.allocations.slice(0, -1), change(last)] };
}
