import type { ToolDefinition } from '../audit-tool/definition.js';
import { accept, refuse, type Decision } from '../decider.js';
import { isWritten, narrative } from '../vocabulary/narrative.js';
import { needsCode } from '../vocabulary/needs-code.js';
import { auditorOnly } from './auditor-only.js';
import { cannotJudgeCase } from './can-judge.js';
import type { GradeCase } from './commands.js';
import { incomplete } from './completeness.js';
import type { InOpenCycle } from './context.js';
import type { CaseAuditEvent, ModerationRule } from './events.js';
import { isAboveLimit, limitsOf, limitUnexplained } from './limits.js';
import { rulesThatModerate } from './moderation-rules.js';
import type { Audit } from './state.js';
import { unknownThemes } from './themes.js';
import { toolFor } from './tool-for.js';

/**
 * The overall grade is the auditor's judgement. After a return it is submitted anew, beside the first. Each rule that moderates it
 * asks for that at once. Refusals: not-the-auditor, tool-without-grade, those of `cannotJudgeCase`, code-malformed, action-and-no-action,
 * incomplete, rationale-missing, unknown-theme, limit-reason-missing, limit-not-exceeded.
 */
export function gradeCase(command: GradeCase, state: Audit, context: InOpenCycle): Decision<CaseAuditEvent> {
  const { actor, actionsSet, cycle } = context;
  const tool = toolFor(state, context);
  const limits = limitsOf(state, tool);
  const refused =
    auditorOnly(state, context) ??
    withoutGrade(tool) ??
    cannotJudgeCase(actor.person, 'auditor', state, context) ??
    needsCode(command.noActionReason) ??
    contradicts(command, actionsSet) ??
    incomplete(state, tool, actionsSet > 0 || command.noActionReason !== undefined) ??
    unexplained(command) ??
    unknownThemes([...command.strengths, ...command.development], tool) ??
    limitUnexplained(command, limits);
  if (refused) return refused;
  const graded: CaseAuditEvent = {
    type: 'CaseGraded',
    facts: {
      grade: command.grade,
      scale: cycle.scale,
      auditor: actor.person,
      attempt: (state.grading?.attempts ?? 0) + 1,
      limitedBy: limits.sections,
      limitReasonCode: command.limitReasonCode ?? null,
      strengths: command.strengths,
      development: command.development,
      actionsSet,
      noActionReason: command.noActionReason ?? null,
    },
    narrative: narrative({
      rationale: command.rationale,
      strengths: command.strengthsText,
      development: command.developmentText,
      noAction: command.noActionText,
      limitReason: command.limitReason,
    }),
  };
  const rules = rulesThatModerate(command.grade, isAboveLimit(command.grade, limits), state, context);
  return accept<CaseAuditEvent>(graded, ...rules.map(moderationRequired));
}

const moderationRequired = (rule: ModerationRule): CaseAuditEvent => ({
  type: 'ModerationRequired',
  facts: { rule },
  narrative: null,
});

/** Some dip samples answer sections and grade nothing. */
const withoutGrade = ({ overallGrade }: ToolDefinition): Decision<never> | null =>
  overallGrade
    ? null
    : refuse(
        'tool-without-grade',
        'This tool asks for no overall grade. Answer its sections, and leave it there.',
      );

const contradicts = (
  { noActionReason, noActionText }: GradeCase,
  actionsSet: number,
): Decision<never> | null =>
  actionsSet > 0 && (noActionReason !== undefined || isWritten(noActionText))
    ? refuse('action-and-no-action', 'Actions are set for this case, so "no action needed" cannot be said.', {
        actionsSet,
      })
    : null;

const unexplained = ({ rationale }: GradeCase): Decision<never> | null =>
  isWritten(rationale) ? null : refuse('rationale-missing', 'Write down why the case has this grade.');
