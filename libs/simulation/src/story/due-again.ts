import {
  DEFAULT_POLICY,
  dueForReAudit,
  londonDate,
  type AuditId,
  type AuditToList,
  type CycleId,
  type Grade,
  type Instant,
} from '#audit-cycle';
import type { Step } from '../running/step.js';
import type { CaseStory } from './case-story.js';

/** What earlier draws of re-audits of a cycle came to. */
export interface DrawnBefore {
  /** Audits that a draw has listed. */
  readonly listed: ReadonlySet<AuditId>;
  /** The steps of every re-audit that there was of an audit. */
  readonly reAudits: ReadonlyMap<AuditId, readonly (readonly Step[])[]>;
}

/**
 * The audits that a draw of re-audits at a moment lists, by the domain's own rule. So the made-up qa-lead, who knows beforehand what
 * everybody is going to do, draws only when there is something to draw.
 */
export function dueAgain(
  cycle: CycleId,
  told: readonly CaseStory[],
  before: DrawnBefore,
  at: Instant,
): readonly AuditId[] {
  const audits = told.map((one) => toList(one, before, at));
  const { eligible, inadequate } = dueForReAudit(cycle, audits, DEFAULT_POLICY.reAudit, londonDate(at));
  return [...eligible, ...inadequate];
}

/** As much of an audit and its actions as the rule looks at. */
function toList(
  { audit, finalised, actions }: CaseStory,
  { listed, reAudits }: DrawnBefore,
  at: Instant,
): AuditToList {
  const isWithdrawn = (steps: readonly Step[]): boolean =>
    steps.some((step) => step.order.command.type === 'WithdrawReAudit' && step.at <= at);
  const again = reAudits.get(audit) ?? [];
  return {
    audit,
    state:
      finalised === null
        ? { status: 'in-progress' }
        : { status: 'finalised', grading: gradedOnce(finalised.grade) },
    actions: actions.map((action) => action.standingAt(at)),
    listed: listed.has(audit),
    doneAgain: again.some((steps) => !isWithdrawn(steps)),
  };
}

const gradedOnce = (submitted: Grade) => ({
  lineage: { submitted, resubmitted: null, moderated: null, settled: null },
});
