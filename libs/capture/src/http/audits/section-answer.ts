import type { SectionAnswer } from '#audit-cycle';
import { invalidInput } from '#platform';
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
  throw invalidInput([{ path: 'grade', message: 'send exactly one of grade, choice and notApplicable' }]);
}
