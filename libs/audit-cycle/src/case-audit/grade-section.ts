import type { ToolDefinition, ToolSection } from '../audit-tool/definition.js';
import { accept, refuse, type Decision } from '../decider.js';
import { isIsoDate } from '../vocabulary/calendar.js';
import { isWritten, narrative } from '../vocabulary/narrative.js';
import { needsCode } from '../vocabulary/needs-code.js';
import { auditorOnly } from './auditor-only.js';
import type { GradeSection } from './commands.js';
import type { InOpenCycle } from './context.js';
import type { CaseAuditEvent, SectionAnswer } from './events.js';
import type { Audit } from './state.js';
import { toolFor } from './tool-for.js';

/** Refusals: not-the-auditor, unknown-section, answer-does-not-fit, unknown-choice, code-malformed, not-a-date, text-missing. */
export const gradeSection = (
  { section, answer, evidence, text }: GradeSection,
  state: Audit,
  context: InOpenCycle,
): Decision<CaseAuditEvent> =>
  auditorOnly(state, context) ??
  doesNotFit(section, answer, toolFor(state, context)) ??
  wordsDoNotFit(section, answer, text) ??
  accept({ type: 'SectionGraded', facts: { section, answer }, narrative: narrative({ evidence, text }) });

function doesNotFit(code: string, answer: SectionAnswer, tool: ToolDefinition): Decision<never> | null {
  const section = tool.sections.find((s) => s.code === code);
  if (section === undefined) {
    return refuse('unknown-section', 'The tool of this cycle has no such section.', {
      section: code,
      sections: tool.sections.map((s) => s.code),
    });
  }
  if (answer.kind === 'not-applicable') return needsCode(answer.reasonCode);
  if (answer.kind !== section.answer.kind) {
    return refuse('answer-does-not-fit', `This section is answered by a ${section.answer.kind}.`, {
      section: code,
    });
  }
  if (answer.kind === 'date' && !isIsoDate(answer.date)) {
    return refuse('not-a-date', 'Write the day as YYYY-MM-DD.', { section: code });
  }
  return answer.kind === 'choice' ? notAnOption(answer.choice, section) : null;
}

function wordsDoNotFit(
  section: string,
  { kind }: SectionAnswer,
  text: string | undefined,
): Decision<never> | null {
  if (kind === 'text') {
    return isWritten(text) ? null : refuse('text-missing', 'Write down the answer in words.', { section });
  }
  return isWritten(text)
    ? refuse('answer-does-not-fit', 'Only a section that asks for words is answered in words.', { section })
    : null;
}

function notAnOption(choice: string, { code, answer }: ToolSection): Decision<never> | null {
  const options = answer.kind === 'choice' ? answer.options.map((option) => option.code) : [];
  return options.includes(choice)
    ? null
    : refuse('unknown-choice', `Choose one of ${options.join(', ')}.`, { section: code, options });
}
