import type { CycleSummary } from '../cycle-summary.js';
import type { GradedAudit } from './rows.js';

/**
 * The audits as the closing of their cycle left them. An audit may be finalised or withdrawn in the very moment in which the cycle
 * is closed without its grade; the closing is what counts, so that figure and closing never disagree.
 */
export function asClosed(
  audits: readonly GradedAudit[],
  { withoutGrade }: Pick<CycleSummary, 'withoutGrade'>,
): readonly GradedAudit[] {
  const left = new Set(withoutGrade);
  return audits.map((audit) =>
    left.has(audit.id)
      ? { ...audit, finalGrade: null, withdrawn: null, withdrawnAfterGrading: false }
      : audit,
  );
}
