import type { GradeSection, SectionAnswer } from '#audit-cycle';
import { invalidInput } from '#platform';
import type { GradeSectionBody } from './audit-bodies.js';

/** A section has one answer: what its kind asks for, or why it does not apply. @throws Problem 400 for none and for several */
export function sectionAnswered(section: string, body: GradeSectionBody, path = ''): GradeSection {
  const { evidence, text } = body;
  return {
    type: 'GradeSection',
    section,
    answer: sectionAnswer(body, path),
    ...(evidence === undefined ? {} : { evidence }),
    ...(text === undefined ? {} : { text }),
  };
}

function sectionAnswer(
  { grade, choice, yes, date, text, notApplicable }: GradeSectionBody,
  path: string,
): SectionAnswer {
  const answers: SectionAnswer[] = [
    ...(grade === undefined ? [] : [{ kind: 'grade', grade } as const]),
    ...(choice === undefined ? [] : [{ kind: 'choice', choice } as const]),
    ...(yes === undefined ? [] : [{ kind: 'yes-no', yes } as const]),
    ...(date === undefined ? [] : [{ kind: 'date', date } as const]),
    ...(text === undefined ? [] : [{ kind: 'text' } as const]),
    ...(notApplicable === undefined ? [] : [{ kind: 'not-applicable', reasonCode: notApplicable } as const]),
  ];
  const [answer] = answers;
  if (answer !== undefined && answers.length === 1) return answer;
  throw invalidInput([
    { path: `${path}grade`, message: 'send exactly one of grade, choice, yes, date, text and notApplicable' },
  ]);
}
