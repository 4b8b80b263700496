import type { ToolDefinition } from './definition.js';
import { refuse, type Decision } from '../decider.js';
import type { Grade } from '../vocabulary/grade.js';

/**
 * Whether a blind grader graded sections that the tool grades, each of them once. Refusals: unknown-section,
 * answer-does-not-fit, section-twice.
 */
export function wrongSections(
  graded: readonly { readonly section: string; readonly grade: Grade }[],
  tool: ToolDefinition,
): Decision<never> | null {
  const seen = new Set<string>();
  for (const { section } of graded) {
    const found = tool.sections.find(({ code }) => code === section);
    if (found === undefined) {
      const sections = tool.sections.map(({ code }) => code);
      return refuse('unknown-section', 'The tool has no such section.', { section, sections });
    }
    if (found.answer.kind !== 'grade') {
      return refuse('answer-does-not-fit', `This section is answered by a ${found.answer.kind}.`, {
        section,
      });
    }
    if (seen.has(section)) return refuse('section-twice', 'Grade each section once.', { section });
    seen.add(section);
  }
  return null;
}
