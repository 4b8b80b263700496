import { refuse, type Decision } from '../decider.js';
import { needsCode } from '../vocabulary/needs-code.js';
import type { ModerateGrade } from './commands.js';
import type { ModeratedSection } from './events.js';
import type { Audit } from './state.js';

type Sections = NonNullable<ModerateGrade['sections']>;

/** Only what the auditor graded can be graded otherwise. Refusals: section-twice, section-not-graded, same-grade, code-malformed. */
export function sectionsBadly(sections: Sections, audit: Audit): Decision<never> | null {
  if (new Set(sections.map(({ section }) => section)).size < sections.length) {
    return refuse('section-twice', 'Name each section once.');
  }
  for (const { section, grade } of sections) {
    const answer = audit.sections.get(section);
    if (answer?.kind !== 'grade') {
      return refuse('section-not-graded', 'The auditor gave this section no grade that could be changed.', {
        section,
      });
    }
    if (answer.grade === grade) {
      return refuse('same-grade', 'The section has this grade already. Name only those that are changed.', {
        section,
      });
    }
  }
  return needsCode(...sections.map(({ reasonCode }) => reasonCode));
}

/** The sections with the auditor's grade beside the moderator's; `sectionsBadly` has been asked before. */
export const moderatedSections = (sections: Sections, audit: Audit): readonly ModeratedSection[] =>
  sections.flatMap(({ section, grade: to, reasonCode }) => {
    const answer = audit.sections.get(section);
    return answer?.kind === 'grade' ? [{ section, from: answer.grade, to, reasonCode }] : [];
  });

/** The answers of the case as the moderator sees them. */
export const sectionsAsModerated = (sections: Sections, audit: Audit): Pick<Audit, 'sections'> => ({
  sections: new Map([
    ...audit.sections,
    ...sections.map(({ section, grade }) => [section, { kind: 'grade', grade }] as const),
  ]),
});
