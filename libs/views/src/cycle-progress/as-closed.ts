import type { AuditRow } from './audit-row.js';
import type { CycleRow } from './cycle-row.js';

/**
 * The audits as the closing of their cycle left them. One that the closing left without a grade may be finalised or withdrawn in that
 * very moment, and then stands here where it stood before: so progress, closing and grades count the same audits.
 */
export function asClosed(
  audits: readonly AuditRow[],
  { withoutGrade }: Pick<CycleRow, 'withoutGrade'>,
): readonly AuditRow[] {
  const left = new Set(withoutGrade);
  return audits.map((audit) =>
    left.has(audit.id) && (audit.status === 'finalised' || audit.status === 'withdrawn')
      ? { ...audit, status: audit.step }
      : audit,
  );
}
