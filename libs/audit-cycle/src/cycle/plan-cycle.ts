import type { AuditToolState } from '../audit-tool/state.js';
import { accept, refuse } from '../decider.js';
import type { Decision } from '../decider.js';
import { addMonths } from '../vocabulary/calendar.js';
import type { IsoDate, Period } from '../vocabulary/dates.js';
import { isWritten } from '../vocabulary/narrative.js';
import { needsCode } from '../vocabulary/needs-code.js';
import { needsRole } from '../vocabulary/needs-role.js';
import type { PlanCycle } from './commands.js';
import type { CycleContext } from './context.js';
import type { CycleEvent } from './events.js';

const MONTHS_LOOKED_BACK = 6;

/** The policy and the scale are copied whole, so that nothing which changes later changes this cycle. */
export function planCycle(command: PlanCycle, context: CycleContext): Decision<CycleEvent> {
  const { type: _, reviewed = lookBackFrom(command.period.to), ...plan } = command;
  const refused =
    needsRole(context.actor, 'qa-lead') ??
    incomplete(command) ??
    reversed(command.period, reviewed) ??
    needsCode(...plan.linesOfEnquiry.map((line) => line.code));
  if (refused) return refused;
  const policy = context.policy.current;
  if (policy === null) return refuse('policy-missing', 'Adopt a policy first.');
  const version = context.tool?.versions[plan.tool.version];
  if (version?.status !== 'published') return notPublished(context.tool, plan.tool.version);
  const { scale, overallGrade } = version.definition;
  if (!overallGrade) return refuse('tool-without-grade', 'Choose a tool that asks for an overall grade.');
  return accept({ type: 'CyclePlanned', facts: { ...plan, reviewed, scale, policy }, narrative: null });
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

const reversed = (...periods: readonly Period[]): Decision<never> | null =>
  periods.every(({ from, to }) => from <= to)
    ? null
    : refuse('period-reversed', 'A period cannot end before it begins.');

const notPublished = (tool: AuditToolState | null, version: number): Decision<never> =>
  tool?.versions[version] === undefined
    ? refuse('tool-not-found', 'There is no such version of the audit tool.')
    : refuse('tool-not-published', 'Choose a version of the audit tool that is published.');
