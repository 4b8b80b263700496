import { addDays, DEFAULT_POLICY, type AuditId, type Instant } from '#audit-cycle';
import type { CaseStory } from './case-story.js';

/**
 * The audits that a draw of re-audits at a moment lists: those whose actions were all reported done, the last of them in the weeks
 * of the policy, and the inadequate ones. So the made-up qa-lead draws only when there is something to draw.
 */
export function dueAgain(told: readonly CaseStory[], at: Instant): readonly AuditId[] {
  const { fromWeeks, toWeeks } = DEFAULT_POLICY.reAudit;
  const today = at.slice(0, 10);
  const [from, to] = [addDays(today, -7 * toWeeks), addDays(today, -7 * fromWeeks)];
  return told
    .filter(({ finalised, actions }) => {
      if (finalised === null || finalised.on >= today) return false;
      if (finalised.grade === 'inadequate') return true;
      const standing = actions.map((one) => one.standingAt(at)).filter((one) => one !== 'cancelled');
      const days = standing.flatMap(({ reportedOn }) => reportedOn ?? []).sort();
      const last = days.at(-1);
      return days.length === standing.length && last !== undefined && last >= from && last <= to;
    })
    .map(({ audit }) => audit);
}
