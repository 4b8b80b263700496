import { accept, refuse, type Decision } from '../decider.js';
import { isWritten, narrative } from '../vocabulary/narrative.js';
import { needsCode } from '../vocabulary/needs-code.js';
import { auditorOnly } from './auditor-only.js';
import { cannotJudge } from './can-judge.js';
import type { GradeCase } from './commands.js';
import { incomplete } from './completeness.js';
import type { InOpenCycle } from './context.js';
import type { CaseAuditEvent } from './events.js';
import type { Audit } from './state.js';
import { unknownThemes } from './themes.js';
import { toolFor } from './tool-for.js';

/**
 * The overall grade is the auditor's judgement; a grade that the policy always moderates asks for it at once.
 * Refusals: not-the-auditor, those of `cannotJudge`, code-malformed, action-and-no-action, incomplete,
 * rationale-missing, unknown-theme.
 */
export function gradeCase(command: GradeCase, state: Audit, context: InOpenCycle): Decision<CaseAuditEvent> {
  const { actor, actionsSet, cycle } = context;
  const tool = toolFor(state, context);
  const refused =
    auditorOnly(state, context) ??
    cannotJudge(actor.person, 'auditor', state.selected, context) ??
    needsCode(command.noActionReason) ??
    contradicts(command, actionsSet) ??
    incomplete(state, tool, actionsSet > 0 || command.noActionReason !== undefined) ??
    unexplained(command) ??
    unknownThemes([...command.strengths, ...command.development], tool);
  if (refused) return refused;
  const graded: CaseAuditEvent = {
    type: 'CaseGraded',
    facts: {
      grade: command.grade,
      scale: cycle.scale,
      auditor: actor.person,
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
    }),
  };
  return cycle.policy.moderation.grades.includes(command.grade)
    ? accept<CaseAuditEvent>(graded, {
        type: 'ModerationRequired',
        facts: { rule: 'grade' },
        narrative: null,
      })
    : accept(graded);
}

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
