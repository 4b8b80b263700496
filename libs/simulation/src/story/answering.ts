import type { SectionAnswer, ToolSection } from '#audit-cycle';
import type { MadeUpPerson } from '../people/made-up-person.js';
import { workingDay } from '../working-time.js';
import type { CaseTelling } from './case-telling.js';
import { gradeFor, isWorse } from './quality.js';

/** The auditor opens the case. */
export function begin(telling: CaseTelling, by: MadeUpPerson = telling.auditor): void {
  telling.diary.afterDays(telling.chance.between(0, 2, 'started'));
  telling.add(by, { type: 'StartAudit' });
}

/** From the first section of these to the last before `end`, counted from 0. */
export function gradeSections(
  telling: CaseTelling,
  first: number,
  end?: number,
  by: MadeUpPerson = telling.auditor,
): void {
  for (const section of telling.about.tool.sections.slice(first, end)) {
    telling.diary.afterMinutes(12);
    answerSection(telling, section, answerFor(section, telling), by);
  }
}

/** Somebody writes down what they found; of a grade, what it rests on as well. */
export function answerSection(
  telling: CaseTelling,
  section: ToolSection,
  answer: SectionAnswer,
  by: MadeUpPerson,
  label = section.code,
): void {
  const { texts, answers } = telling;
  const words =
    answer.kind === 'grade'
      ? { evidence: texts.evidence(section, answer.grade) }
      : answer.kind === 'text'
        ? { text: texts.say('The second decision of the spring, and why it was not the first.') }
        : {};
  telling.add(by, { type: 'GradeSection', section: section.code, answer, ...words }, label);
  if (answer.kind === 'grade') answers.set(section.code, answer.grade);
}

/** What an auditor finds in a section, by how it is answered. */
function answerFor(section: ToolSection, telling: CaseTelling): SectionAnswer {
  const { chance, about, world } = telling;
  const { code, answer } = section;
  switch (answer.kind) {
    case 'grade':
      return gradeIn(section, telling);
    case 'choice':
      return { kind: 'choice', choice: chance.pick(answer.options, `choice/${code}`).code };
    case 'yes-no':
      return { kind: 'yes-no', yes: chance.happens(world.shares.auditing.yes, `yes/${code}`) };
    case 'date':
      return { kind: 'date', date: workingDay(about.subject.asAt, -chance.between(1, 30, `date/${code}`)) };
    case 'text':
      return { kind: 'text' };
  }
}

/** Around what the auditor thinks of the whole; a key section limits the grade of the whole only where somebody goes above that. */
function gradeIn({ code, key, limit }: ToolSection, telling: CaseTelling): SectionAnswer {
  const { chance, grades, departure, world } = telling;
  if (
    code === 'identity' &&
    chance.happens(world.shares.auditing.identityNotApplicable, 'identity-not-applicable')
  )
    return { kind: 'not-applicable', reasonCode: 'not-yet-born' };
  const found = gradeFor(grades.seen + 0.45 * chance.normal(`section/${code}`));
  const isLimit = key && limit !== null;
  if (isLimit && departure === 'above-limit') return { kind: 'grade', grade: 'inadequate' };
  const limits = isLimit && found === 'inadequate' && isWorse(limit, grades.submitted ?? 'inadequate');
  return { kind: 'grade', grade: limits ? 'requires-improvement' : found };
}
