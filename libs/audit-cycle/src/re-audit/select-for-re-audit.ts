import { gradeOf, gradingOf } from '../case-audit/state.js';
import { accept, refuse, type Decision } from '../decider.js';
import { needsRole } from '../vocabulary/needs-role.js';
import type { SelectForReAudit } from './commands.js';
import type { ReAuditContext } from './context.js';
import type { ReAuditEvent } from './events.js';

/** What is tested again is a final grade and every action that came with it. Refusals: not-permitted, original-not-finalised. */
export function selectForReAudit(
  { audit }: SelectForReAudit,
  { actor, original, actions }: ReAuditContext,
): Decision<ReAuditEvent> {
  const noRole = needsRole(actor, 'qa-lead');
  if (noRole) return noRole;
  if (original.status !== 'finalised') {
    return refuse('original-not-finalised', 'Only an audit that is final can be tested again.');
  }
  const { cycle, child, team, worker, asAt } = original.selected;
  const originalGrade = gradeOf(gradingOf(original).lineage);
  return accept({
    type: 'CaseSelectedForReAudit',
    facts: { audit, cycle, child, team, worker, asAt, originalGrade, actions, rule: 'chosen' },
    narrative: null,
  });
}
