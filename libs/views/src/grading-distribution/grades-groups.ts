import { areasOf } from '../case-filters.js';
import type { SectionNamed } from './asked-sections.js';
import { casesOf, groupingOf, type GradesAsked } from './cases-asked.js';
import type { Distribution } from './distribution.js';
import { counted, distribute } from './figure.js';
import type { GradesAskedFor } from './grades-asked-for.js';
import type { PartNamed } from './list-behind.js';
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

/** A part of the cases, which has figures of its own. */
export interface GradesPart extends Pick<GradesGroup, 'group' | 'section' | 'notAsked'> {
  readonly grades: GradesAskedFor;
  readonly asked: GradesAsked;
  /** As a filter would name the part; nothing where it is of sections, which are of all cases. */
  readonly named: PartNamed;
}

/**
 * The parts of the cases that were asked about what is named; none where nothing is grouped by. Cohorts, teams and areas add up to
 * the whole; each section stands for all cases that were asked about it.
 */
export function gradesParts(all: GradesAskedFor, asked: GradesAsked): readonly GradesPart[] {
  const by = groupingOf(asked);
  if (by === undefined) return [];
  const grades = { ...all, audits: casesOf(all, asked).audits };
  if (by === 'section') return sectionParts(grades, asked);
  if (by === 'line-of-enquiry') {
    const { lineOfEnquiry } = asked;
    const lines = lineOfEnquiry === undefined ? grades.asked.linesOfEnquiry : [lineOfEnquiry];
    return lines.flatMap((line) => sectionParts(grades, { ...asked, lineOfEnquiry: line }));
  }
  const areaOf = areasOf(grades.cycles);
  const groupOf = (audit: GradedAudit): string | null => (by === 'area' ? areaOf(audit) : audit[by]);
  return partsOf(by, grades.audits, groupOf).map(([group, audits]) => ({
    ...{ group, asked, grades: { ...grades, audits } },
    named: { [by]: group ?? '' },
  }));
}

/** The figures of a part. */
export function gradesGroup({ group, section, notAsked, grades, asked }: GradesPart): GradesGroup {
  const { audits, outcomeOf, outcomes } = casesOf(grades, asked);
  return {
    group,
    ...(section === undefined ? {} : { section }),
    ...distribute(asked.stage, audits, outcomeOf),
    ...(section === undefined
      ? {}
      : { notApplicable: outcomes.filter((outcome) => outcome === 'not-applicable').length }),
    ...(notAsked === undefined ? {} : { notAsked }),
  };
}

/** A part for each section that is answered by grades, of all or of those that speak to one line of enquiry. */
function sectionParts(grades: GradesAskedFor, asked: GradesAsked): readonly GradesPart[] {
  return grades.asked.sections.flatMap((section) => {
    const ofSection = { ...asked, section: section.code };
    const { audits } = casesOf(grades, ofSection);
    if (audits.length === 0 || isChoice(audits, section.code)) return [];
    return {
      ...{ group: asked.lineOfEnquiry ?? section.code, section, named: {} },
      ...{ grades: { ...grades, audits }, asked: ofSection },
      notAsked: counted(grades.audits).length - counted(audits).length,
    };
  });
}

/** Whether a section was only ever answered by something that is no grade. */
function isChoice(audits: readonly GradedAudit[], section: string): boolean {
  const answers = audits.flatMap(({ sections }) => sections[section] ?? []);
  return answers.length > 0 && answers.every((answer) => answer === 'answered');
}
