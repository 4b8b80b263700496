import type { SectionAnswer } from '#audit-cycle';
import { Problem } from '#platform';
import type { GradeSectionBody } from './audit-bodies.js';

/** A section has one answer: a grade, a choice, or why it does not apply. @throws Problem 400 for none and for several */
export function sectionAnswer({ grade, choice, notApplicable }: GradeSectionBody): SectionAnswer {
  const answers: SectionAnswer[] = [
    ...(grade === undefined ? [] : [{ kind: 'grade', grade } as const]),
    ...(choice === undefined ? [] : [{ kind: 'choice', choice } as const]),
    ...(notApplicable === undefined ? [] : [{ kind: 'not-applicable', reasonCode: notApplicable } as const]),
  ];
  const [answer] = answers;
  if (answer !== undefined && answers.length === 1) return answer;
  throw new Problem(
    400,
    'invalid-input',
    'The request does not fit its description. Correct what is listed.',
    {
      members: {
        errors: [{ path: 'grade', message: 'send exactly one of grade, choice and notApplicable' }],
      },
    },
  );
}
