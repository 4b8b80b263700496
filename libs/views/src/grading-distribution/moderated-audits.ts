import type { AdjustableAudit } from '#assurance-statistics';
import { GRADES, type AuditId, type CycleId, type Grade } from '#audit-cycle';
import { casesOf, type GradesAsked } from './cases-asked.js';
import { countedGrades } from './counted-grades.js';
import { familiesOf } from './families-of.js';
import type { GradesAskedFor } from './grades-asked-for.js';
import { moderationChance } from './moderation-chance.js';
import type { GradedAudit } from './rows.js';
import { whyUnmoderated, type WhyUnmoderated } from './why-unmoderated.js';

/**
 * Why an audit for whose moderation something asked does not count as moderated. `requested-only`: nothing but a request did.
 * `not-judged-here`: a moderator who had not seen the grades of the sections said nothing of this one. `otherwise-alone`: such a one
 * named it. As they name only what they grade otherwise, those would speak for the silent and none would agree.
 */
export type MissingModeration =
  'withdrawn' | 'requested-only' | 'not-judged-here' | 'otherwise-alone' | WhyUnmoderated;

/** An audit as the adjustment takes it. */
export interface ModeratedAudit extends AdjustableAudit {
  readonly id: AuditId;
  readonly cycle: CycleId;
  /** Whether it was to be moderated: by chance, or for certain. */
  readonly chosen: boolean;
}

/** The audits that were moderated, and those for which they speak. */
export interface ModeratedAudits {
  /** With a first grade, and not withdrawn. */
  readonly audits: readonly ModeratedAudit[];
  /** Of the audits for whose moderation something asked, withdrawn ones included. */
  readonly missing: readonly MissingModeration[];
}

export function moderatedAudits(
  grades: GradesAskedFor,
  asked: Omit<GradesAsked, 'stage' | 'by'>,
): ModeratedAudits {
  const cases = casesOf(grades, { ...asked, stage: 'auditor' });
  const shares = new Map(grades.cycles.map(({ id, randomSharePercent }) => [id, randomSharePercent]));
  const audits = countedGrades(cases);
  const familyOf = familiesOf(audits.map(({ audit }) => audit));
  const found = audits.map(({ audit, grade }) => {
    const { probability, chosen } = moderationChance(audit, shares.get(audit.cycle) ?? 0);
    const moderated = chosen ? moderatedGrade(audit, grade, asked.section) : null;
    const { id, cycle, rules } = audit;
    const isModerated = typeof moderated === 'number';
    return {
      missing: isModerated || rules.length === 0 ? [] : [moderated ?? ('requested-only' as const)],
      audit: {
        ...{ id, cycle, chosen, probability, weight: 1 / audit.probability, cluster: familyOf(audit) },
        moderatedGrade: isModerated ? moderated : null,
      },
    };
  });
  return {
    audits: found.map(({ audit }) => audit),
    missing: [
      ...cases.audits.flatMap(({ withdrawn, rules }) =>
        withdrawn !== null && rules.length > 0 ? ['withdrawn' as const] : [],
      ),
      ...found.flatMap(({ missing }) => missing),
    ],
  };
}

/**
 * The grade after moderation, 1 the best: that of the panel where it was disputed, so that nothing is adjusted where everything was
 * moderated. After a return a panel settles another grade than the first. Of a section, a moderator who saw its grade and gave no other
 * upheld it.
 */
function moderatedGrade(
  audit: GradedAudit,
  grade: Grade,
  section: string | undefined,
): number | MissingModeration {
  const { firstModeration, settledGrade, returned } = audit;
  if (firstModeration === null) return whyUnmoderated(audit);
  const { manner, sections } = firstModeration;
  const codeOf = (after: Grade): number => GRADES.indexOf(after) + 1;
  if (section === undefined) return codeOf((returned ? null : settledGrade) ?? firstModeration.grade);
  if (manner === 'blind') return sections[section] === undefined ? 'not-judged-here' : 'otherwise-alone';
  return codeOf(sections[section] ?? grade);
}
