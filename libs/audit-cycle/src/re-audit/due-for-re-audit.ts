import type { GradeLineage } from '../case-audit/events.js';
import { gradeOf, type CaseAuditState } from '../case-audit/state.js';
import type { ReAuditList } from '../cycle/re-audit-draw.js';
import type { ImprovementAction } from '../improvement-action/state.js';
import type { Policy } from '../policy/policy.js';
import { addDays } from '../vocabulary/calendar.js';
import type { IsoDate } from '../vocabulary/dates.js';
import type { AuditId, CycleId } from '../vocabulary/identifiers.js';

/** An audit of the cycle and what the question whether to do it again turns on. */
export interface AuditToList {
  readonly audit: AuditId;
  readonly state: {
    readonly status: CaseAuditState['status'];
    readonly grading?: { readonly lineage: GradeLineage } | null;
  };
  /** Every action that it set. */
  readonly actions: readonly ActionToList[];
  /** A draw has listed it before. */
  readonly listed: boolean;
  /** It was done again, is being done again, or a draw came to it that is still being carried on. */
  readonly doneAgain: boolean;
}

export type ActionToList = Pick<ImprovementAction, 'status' | 'reportedOn'>;

/**
 * Which audits of a cycle a draw of re-audits is made from (rule 11). Eligible is an audit that is final, set at least one action that
 * was not cancelled, has all of them reported done (or verified since), the last of them on a day within the weeks of the policy, both
 * ends included; a draw lists it once. An inadequate one is listed for certain and whatever became of its actions, until it is done again:
 * neither to report nothing nor to withdraw its re-audit is a way out.
 */
export function dueForReAudit(
  cycle: CycleId,
  audits: readonly AuditToList[],
  { fromWeeks, toWeeks }: Policy['reAudit'],
  today: IsoDate,
): ReAuditList {
  const window = { from: addDays(today, -7 * toWeeks), to: addDays(today, -7 * fromWeeks) };
  const eligible: AuditId[] = [];
  const inadequate: AuditId[] = [];
  for (const { audit, state, actions, listed, doneAgain } of audits) {
    if (doneAgain || state.status !== 'finalised' || !state.grading) continue;
    const last = lastReported(actions);
    if (gradeOf(state.grading.lineage) === 'inadequate') inadequate.push(audit);
    else if (!listed && last !== null && last >= window.from && last <= window.to) eligible.push(audit);
  }
  return { cycle, asAt: today, eligible: eligible.sort(), inadequate: inadequate.sort() };
}

/** The day of the last report; null while any action is not reported done, and where there is none to report. */
function lastReported(actions: readonly ActionToList[]): IsoDate | null {
  const standing = actions.filter(({ status }) => status !== 'cancelled');
  const days = standing.flatMap(({ reportedOn }) => reportedOn ?? []).sort();
  return days.length === standing.length ? (days.at(-1) ?? null) : null;
}
