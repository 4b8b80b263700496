import type { ToolDefinition, ToolSection } from '#audit-cycle';
import { invalidInput, type InputError } from '#platform';
import type { SectionAnswerBody, ToolBody } from './tool-body.js';

/** A tool as the domain knows it: a section has descriptors or options, as its kind says. @throws Problem 400 */
export function toolDefinition(body: ToolBody): ToolDefinition {
  const errors: InputError[] = [];
  const sections = body.sections.map((section, n): ToolSection => {
    const answer = answerOf(section.answer);
    if (answer !== null) return { ...section, answer };
    errors.push({
      path: `sections.${n}.answer`,
      message: 'must have descriptors and no options for grade, options and no descriptors for choice',
    });
    return { ...section, answer: { kind: 'choice', options: [] } };
  });
  if (errors.length > 0) throw invalidInput(errors);
  return { ...body, sections };
}

function answerOf({ kind, descriptors, options }: SectionAnswerBody): ToolSection['answer'] | null {
  if (kind === 'grade')
    return descriptors !== undefined && options === undefined ? { kind, descriptors } : null;
  return options !== undefined && descriptors === undefined ? { kind, options } : null;
}
