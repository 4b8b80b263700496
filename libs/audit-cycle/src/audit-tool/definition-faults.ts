import { GRADES } from '../vocabulary/grade.js';
import { isCode } from '../vocabulary/code.js';
import { isWritten } from '../vocabulary/narrative.js';
import type { ToolDefinition, ToolSection } from './definition.js';

/** What is wrong with a tool, a sentence each; none when it can be drafted. */
export const definitionFaults = (tool: ToolDefinition): readonly string[] => [
  ...when(!isWritten(tool.name), 'The tool needs a name.'),
  ...when(tool.sections.length === 0, 'The tool needs at least one section.'),
  ...when(
    tool.sections.length > 0 && !tool.sections.some((section) => section.required),
    'At least one section must be required.',
  ),
  ...when(
    new Set(tool.partners).size < tool.partners.length || !tool.partners.every(isCode),
    'The tool must name each partner once, by a code.',
  ),
  ...when(new Set(tool.voices).size < tool.voices.length, 'A voice is asked for twice.'),
  ...codeFaults('section', tool.sections),
  ...codeFaults('theme', tool.themes),
  ...tool.sections.flatMap(sectionFaults),
];

const sectionFaults = ({
  code,
  prompt,
  key,
  limit,
  linesOfEnquiry,
  answer,
}: ToolSection): readonly string[] => [
  ...when(!isWritten(prompt), `Section ${code} needs a prompt.`),
  ...when(key && answer.kind !== 'grade', `Section ${code} is key, so it must be graded.`),
  ...when(limit !== null && !key, `Section ${code} limits the overall grade, so it must be key.`),
  ...when(limit === 'outstanding', `Section ${code} limits nothing by "outstanding": leave its limit out.`),
  ...when(
    new Set(linesOfEnquiry).size < linesOfEnquiry.length || !linesOfEnquiry.every(isCode),
    `Section ${code} must name each line of enquiry once, by its code.`,
  ),
  ...answerFaults(code, answer),
];

const answerFaults = (code: string, answer: ToolSection['answer']): readonly string[] => {
  switch (answer.kind) {
    case 'grade':
      return GRADES.filter((grade) => !isWritten(answer.descriptors[grade])).map(
        (grade) => `Section ${code} needs a descriptor for ${grade}.`,
      );
    case 'choice':
      return [
        ...when(answer.options.length < 2, `Section ${code} needs at least two options.`),
        ...codeFaults(`option of section ${code}`, answer.options),
      ];
    case 'yes-no':
    case 'date':
    case 'text':
      return [];
  }
};

const codeFaults = (
  of: string,
  coded: readonly { readonly code: string; readonly title: string }[],
): readonly string[] =>
  coded.flatMap(({ code, title }, index) => [
    ...when(!isCode(code), `The code of a ${of} must be lower-case words joined by hyphens: "${code}".`),
    ...when(!isWritten(title), `The ${of} ${code} needs a title.`),
    ...when(
      coded.findIndex((other) => other.code === code) < index,
      `The code ${code} is used for more than one ${of}.`,
    ),
  ]);

const when = (wrong: boolean, sentence: string): readonly string[] => (wrong ? [sentence] : []);
