import type {
  AuditId,
  AuthorityId,
  ChildId,
  Cohort,
  CycleId,
  CycleKind,
  Instant,
  PersonId,
  TeamName,
} from '#audit-cycle';
import { pageOf, rowsToRead, type Page, type Paging } from '../cursor.js';
import type { CycleStatus } from '../cycle-summary.js';
import type { View } from '../view.js';
import type { ViewReader } from '../view-reader.js';
import { asClosed } from './as-closed.js';
import { progressAudits, type AuditRow, type WorkflowStatus } from './audit-row.js';
import { progressCycles, type CycleRow } from './cycle-row.js';
import { progressFigure, type CycleProgress } from './figure.js';

export const cycleProgressView: View = {
  name: 'cycle-progress',
  version: 1,
  tables: [progressCycles, progressAudits],
};

export interface CycleProgressQuery {
  readonly authority: AuthorityId;
  readonly cycle: CycleId;
  readonly asOf?: Instant | undefined;
}

/** A cycle and where its audits stand. Null when the view knows no such cycle (at that moment). */
export function cycleProgress(
  reader: ViewReader,
  { authority, cycle: id, asOf }: CycleProgressQuery,
): Promise<CycleProgress | null> {
  return reader.look(cycleProgressView, authority, async (look) => {
    const [cycle] = await look.rows(progressCycles, { where: { id }, asOf });
    if (cycle === undefined) return null;
    const audits = await look.rows(progressAudits, { where: { cycle: id }, asOf });
    return {
      cycle,
      ...progressFigure(asClosed(audits, cycle)),
      position: look.position.toString(),
      asOf: asOf ?? null,
    };
  });
}

export interface CycleListQuery extends Paging {
  readonly authority: AuthorityId;
  readonly kind?: CycleKind | undefined;
  readonly status?: CycleStatus | undefined;
}

/** Cycles, the latest period first. */
export function listCycles(reader: ViewReader, query: CycleListQuery): Promise<Page<CycleRow>> {
  const { authority, kind, status, after } = query;
  return reader.look(cycleProgressView, authority, async (look) => {
    const rows = await look.rows(progressCycles, {
      where: { kind, status },
      order: { by: 'periodFrom', descending: true },
      after,
      limit: rowsToRead(query),
    });
    return pageOf(query, rows, ({ periodFrom, id }) => ({ value: periodFrom, id }), look.position);
  });
}

export interface AuditListQuery extends Paging {
  readonly authority: AuthorityId;
  readonly cycle?: CycleId | undefined;
  readonly child?: ChildId | undefined;
  readonly cohort?: Cohort | undefined;
  readonly team?: TeamName | undefined;
  readonly auditor?: PersonId | undefined;
  readonly moderator?: PersonId | undefined;
  readonly status?: WorkflowStatus | undefined;
  readonly asOf?: Instant | undefined;
}

/** Audits in the order of the children's ids. */
export function listAudits(reader: ViewReader, query: AuditListQuery): Promise<Page<AuditRow>> {
  const { authority, cycle, child, cohort, team, auditor, moderator, status, asOf, after } = query;
  return reader.look(cycleProgressView, authority, async (look) => {
    const rows = await look.rows(progressAudits, {
      where: { cycle, child, cohort, team, auditor, moderator, status },
      asOf,
      order: { by: 'child' },
      after,
      limit: rowsToRead(query),
    });
    return pageOf(query, rows, (audit) => ({ value: audit.child, id: audit.id }), look.position);
  });
}

/** Where one audit stands; null when the view knows no such audit. */
export function findAudit(reader: ViewReader, authority: AuthorityId, id: AuditId): Promise<AuditRow | null> {
  return reader.look(
    cycleProgressView,
    authority,
    async (look) => (await look.rows(progressAudits, { where: { id } }))[0] ?? null,
  );
}
