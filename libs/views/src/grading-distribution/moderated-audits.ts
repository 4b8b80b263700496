import type { AdjustableAudit } from '#assurance-statistics';
import { GRADES } from '#audit-cycle';
import { casesOf, type GradesAsked } from './cases-asked.js';
import { countedGrades, type CountedGrade } from './counted-grades.js';
import type { GradesAskedFor } from './grades-asked-for.js';
import { moderationChance } from './moderation-chance.js';
import { whyUnmoderated, type WhyUnmoderated } from './why-unmoderated.js';

/** Why an audit for whose moderation something asked does not count as moderated. `requested-only`: nothing but a request did. */
export type MissingModeration = 'withdrawn' | 'requested-only' | WhyUnmoderated;

/** The audits that were moderated, and those for which they speak. */
export interface ModeratedAudits {
  /** With a first grade, and not withdrawn. */
  readonly audits: readonly AdjustableAudit[];
  /** Of the audits for whose moderation something asked, withdrawn ones included. */
  readonly missing: readonly MissingModeration[];
}

export function moderatedAudits(
  grades: GradesAskedFor,
  asked: Omit<GradesAsked, 'stage' | 'by'>,
): ModeratedAudits {
  const cases = casesOf(grades, { ...asked, stage: 'auditor' });
  const shares = new Map(grades.cycles.map(({ id, randomSharePercent }) => [id, randomSharePercent]));
  const found = countedGrades(cases).map((one) => {
    const chance = moderationChance(one.audit, shares.get(one.audit.cycle) ?? 0);
    const moderatedGrade = chance.chosen ? moderated(one, asked.section) : null;
    return { ...one, ...chance, moderatedGrade, weight: 1 / one.audit.probability };
  });
  return {
    audits: found.map(({ weight, probability, moderatedGrade }) => ({ weight, probability, moderatedGrade })),
    missing: [
      ...cases.audits.flatMap(({ withdrawn, rules }) =>
        withdrawn !== null && rules.length > 0 ? ['withdrawn' as const] : [],
      ),
      ...found.flatMap(({ audit, chosen, moderatedGrade }) => {
        if (moderatedGrade !== null || audit.rules.length === 0) return [];
        return [chosen ? whyUnmoderated(audit) : ('requested-only' as const)];
      }),
    ],
  };
}

/**
 * The grade after moderation, 1 the best: that of the panel where it was disputed, so that nothing is adjusted where everything was
 * moderated. After a return a panel settles another grade than the first. A moderator who did not grade the section otherwise upheld it.
 */
function moderated({ audit, grade }: CountedGrade, section: string | undefined): number | null {
  const { firstModeration, settledGrade, returned } = audit;
  if (firstModeration === null) return null;
  const settled = returned ? null : settledGrade;
  const after =
    section === undefined ? (settled ?? firstModeration.grade) : (firstModeration.sections[section] ?? grade);
  return GRADES.indexOf(after) + 1;
}
