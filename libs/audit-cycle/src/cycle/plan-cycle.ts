import type { AuditToolState } from '../audit-tool/state.js';
import type { ToolDefinition } from '../audit-tool/definition.js';
import { accept, refuse, type Decision } from '../decider.js';
import { addMonths, isIsoDate } from '../vocabulary/calendar.js';
import type { IsoDate, Period } from '../vocabulary/dates.js';
import { isWritten } from '../vocabulary/narrative.js';
import { needsCode } from '../vocabulary/needs-code.js';
import { needsRole } from '../vocabulary/needs-role.js';
import type { PlanCycle } from './commands.js';
import type { CycleContext } from './context.js';
import type { CycleEvent } from './events.js';
import { unfitForKind } from './kind-rules.js';

const MONTHS_LOOKED_BACK = 6;

/**
 * The policy and the scale are copied whole, so that nothing which changes later changes this cycle.
 * Refusals: not-permitted, title-missing, cohorts-missing, line-repeated, target-size-invalid, not-a-date,
 * ends-before-start, code-malformed, policy-missing, tool-not-found, tool-not-published, and those of `unfitForKind`.
 */
export function planCycle(command: PlanCycle, context: CycleContext): Decision<CycleEvent> {
  const { title, kind, period, cohorts, linesOfEnquiry, tool, targetSize } = command;
  const refused =
    needsRole(context.actor, 'qa-lead') ??
    incomplete(command) ??
    unusable(period, command.reviewed ?? period) ??
    needsCode(...linesOfEnquiry.map((line) => line.code));
  if (refused) return refused;
  const policy = context.policy.current;
  if (policy === null) return refuse('policy-missing', 'Adopt a policy first.');
  const reviewed = command.reviewed ?? lookBackFrom(period.to);
  return withTool(context.tool, tool.version, (definition) => {
    const unfit = unfitForKind(command, definition);
    if (unfit) return unfit;
    const { scale } = definition;
    return accept({
      type: 'CyclePlanned',
      facts: { title, kind, period, reviewed, cohorts, linesOfEnquiry, tool, scale, policy, targetSize },
      narrative: null,
    });
  });
}

const lookBackFrom = (cutOff: IsoDate): Period => ({
  from: addMonths(cutOff, -MONTHS_LOOKED_BACK),
  to: cutOff,
});

function incomplete({ title, cohorts, linesOfEnquiry, targetSize }: PlanCycle): Decision<never> | null {
  if (!isWritten(title)) return refuse('title-missing', 'Give the cycle a title.');
  if (cohorts.length === 0) return refuse('cohorts-missing', 'Choose at least one cohort.');
  if (new Set(linesOfEnquiry.map((line) => line.code)).size < linesOfEnquiry.length) {
    return refuse('line-repeated', 'Give each line of enquiry a code of its own.');
  }
  return Number.isInteger(targetSize) && targetSize > 0
    ? null
    : refuse('target-size-invalid', 'The target size is a whole number of cases, at least 1.');
}

function unusable(...periods: readonly Period[]): Decision<never> | null {
  if (!periods.every(({ from, to }) => isIsoDate(from) && isIsoDate(to))) {
    return refuse('not-a-date', 'Write both days of a period as YYYY-MM-DD.');
  }
  return periods.every(({ from, to }) => from <= to)
    ? null
    : refuse('ends-before-start', 'A period cannot end before it starts.');
}

function withTool(
  tool: AuditToolState | null,
  number: number,
  decide: (definition: ToolDefinition) => Decision<CycleEvent>,
): Decision<CycleEvent> {
  const version = tool?.versions[number];
  if (version === undefined) return refuse('tool-not-found', 'There is no such version of the audit tool.');
  if (version.status !== 'published') {
    return refuse('tool-not-published', 'Choose a version of the audit tool that is published.');
  }
  return decide(version.definition);
}
