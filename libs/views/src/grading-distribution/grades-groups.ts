import { areasOf } from '../case-filters.js';
import type { SectionNamed } from './asked-sections.js';
import { casesOf, type GradesAsked, type GradesGrouping } from './cases-asked.js';
import type { Distribution } from './distribution.js';
import { counted, distribute } from './figure.js';
import type { GradesAskedFor } from './grades-asked-for.js';
import { partsOf } from './parts-of.js';
import type { GradedAudit } from './rows.js';

export interface GradesGroup extends Distribution {
  /** A cohort, a team, or the code of an area, a section or a line of enquiry; null for cases of no team or in no area. */
  readonly group: string | null;
  /** Only by section, and by line of enquiry, which has a group for every section that speaks to it. */
  readonly section?: SectionNamed;
  /** Only of sections: cases to which the section did not apply. */
  readonly notApplicable?: number;
  /** Only of sections: cases, not in `total`, that were audited with a tool that does not ask about it. */
  readonly notAsked?: number;
}

/** The same figures for parts of the cases. */
export function gradesGroups(
  by: GradesGrouping,
  grades: GradesAskedFor,
  asked: GradesAsked,
): readonly GradesGroup[] {
  if (by === 'section') return sectionGroups(grades, asked);
  if (by === 'line-of-enquiry') {
    const { lineOfEnquiry } = asked;
    const lines = lineOfEnquiry === undefined ? grades.asked.linesOfEnquiry : [lineOfEnquiry];
    return lines.flatMap((line) => sectionGroups(grades, { ...asked, lineOfEnquiry: line }));
  }
  const areaOf = areasOf(grades.cycles);
  const groupOf = (audit: GradedAudit): string | null => (by === 'area' ? areaOf(audit) : audit[by]);
  const { audits, outcomeOf } = casesOf(grades, asked);
  return partsOf(by, audits, groupOf).map(([group, part]) => ({
    group,
    ...distribute(asked.stage, part, outcomeOf),
  }));
}

/** A group for each section that is answered by grades, of all or of those that speak to one line of enquiry. */
function sectionGroups(grades: GradesAskedFor, asked: GradesAsked): readonly GradesGroup[] {
  return grades.asked.sections.flatMap((section) => {
    const { code } = section;
    const { audits, outcomeOf, outcomes } = casesOf(grades, { ...asked, section: code });
    if (audits.length === 0 || isChoice(audits, code)) return [];
    return {
      group: asked.lineOfEnquiry ?? code,
      section,
      ...distribute(asked.stage, audits, outcomeOf),
      notApplicable: outcomes.filter((outcome) => outcome === 'not-applicable').length,
      notAsked: counted(grades.audits).length - counted(audits).length,
    };
  });
}

/** Whether a section was only ever answered by something that is no grade. */
function isChoice(audits: readonly GradedAudit[], section: string): boolean {
  const answers = audits.flatMap(({ sections }) => sections[section] ?? []);
  return answers.length > 0 && answers.every((answer) => answer === 'answered');
}
