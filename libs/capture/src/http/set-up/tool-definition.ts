import type { ToolDefinition, ToolSection } from '#audit-cycle';
import { invalidInput, type InputError } from '#platform';
import type { SectionAnswerBody, ToolBody, ToolSectionBody } from './tool-body.js';

/** A tool as the domain knows it: a section has descriptors or options where its kind asks for them. @throws Problem 400 */
export function toolDefinition(body: ToolBody): ToolDefinition {
  const errors: InputError[] = [];
  const sections = body.sections.flatMap((section, n): ToolSection[] => {
    const answer = answerOf(section.answer);
    if (answer !== null) return [sectionOf(section, answer)];
    errors.push({
      path: `sections.${n}.answer`,
      message:
        'must have descriptors for grade and for nothing else, options for choice and for nothing else',
    });
    return [];
  });
  if (errors.length > 0) throw invalidInput(errors);
  return { ...body, partners: body.partners ?? [], sections };
}

const sectionOf = (section: ToolSectionBody, answer: ToolSection['answer']): ToolSection => ({
  ...section,
  limit: section.limit ?? null,
  linesOfEnquiry: section.linesOfEnquiry ?? [],
  answer,
});

function answerOf({ kind, descriptors, options }: SectionAnswerBody): ToolSection['answer'] | null {
  switch (kind) {
    case 'grade':
      return descriptors !== undefined && options === undefined ? { kind, descriptors } : null;
    case 'choice':
      return options !== undefined && descriptors === undefined ? { kind, options } : null;
    case 'yes-no':
    case 'date':
    case 'text':
      return descriptors === undefined && options === undefined ? { kind } : null;
  }
}
