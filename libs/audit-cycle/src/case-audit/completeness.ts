import type { ToolDefinition } from '../audit-tool/definition.js';
import { refuse, type Decision } from '../decider.js';
import type { Audit } from './state.js';

/**
 * Refuses a grade with `incomplete` while something that the tool requires is not there (rule 2 of the domain).
 * `details.missing` lists `section:<code>`, `voice:<whose>`, `practice-discussion`, `action-or-reason`.
 */
export function incomplete(
  audit: Audit,
  tool: ToolDefinition,
  actionsAnswered: boolean,
): Decision<never> | null {
  const sections = tool.sections.filter((s) => s.required && !audit.sections.has(s.code));
  const voices = tool.voices.filter((voice) => !audit.voices.includes(voice));
  const missing = [
    ...sections.map((section) => `section:${section.code}`),
    ...voices.map((voice) => `voice:${voice}`),
    ...(tool.practiceDiscussion && !audit.practiceDiscussion ? ['practice-discussion'] : []),
    ...(actionsAnswered ? [] : ['action-or-reason']),
  ];
  return missing.length === 0
    ? null
    : refuse('incomplete', `Before the grade, record what is missing: ${missing.join(', ')}.`, { missing });
}
