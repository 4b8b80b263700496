import type { AuditId, ChildId, CycleId, PersonId } from '#audit-cycle';
import type { GradePair } from '../grade-matrix.js';
import type { FirstModeration, GradedAudit } from '../grading-distribution/rows.js';
import { isGrade } from '../grading-distribution/outcome-at.js';
import { whyUnmoderated, type WhyUnmoderated } from '../grading-distribution/why-unmoderated.js';

/**
 * Why an audit that chance chose for moderation has no pair of grades. `not-graded-here`: the section has no grade in it.
 * `not-judged-here`: a moderator who had not seen the auditor's grades gave none of the section. `otherwise-alone`: such a one did. As
 * they name only what they grade otherwise, pairs of theirs could not but differ.
 */
export type MissingPair =
  'withdrawn' | WhyUnmoderated | 'not-graded-here' | 'not-judged-here' | 'otherwise-alone';

/** An auditor's first grade of a case that chance chose for moderation, beside its moderator's. */
export interface RandomPair {
  readonly audit: AuditId;
  readonly cycle: CycleId;
  readonly child: ChildId;
  readonly auditor: PersonId;
  readonly moderator: PersonId;
  readonly manner: FirstModeration['manner'];
  /** The auditor's first grade, then the moderator's. */
  readonly grades: GradePair;
}

/** The audits that chance chose for moderation, each a pair or the reason why it is none. */
export interface RandomPairs {
  readonly chosen: number;
  readonly pairs: readonly RandomPair[];
  readonly missing: readonly MissingPair[];
  /** Audits that other rules alone chose, which say nothing of the rest: they are the extremes. */
  readonly chosenOtherwise: number;
}

/** @param section code of the section whose grades are compared; the overall grades without it */
export function randomPairs(audits: readonly GradedAudit[], section?: string): RandomPairs {
  const asked = audits.filter(({ rules }) => rules.length > 0);
  const chosen = asked.filter(({ rules }) => rules.includes('random'));
  const found = chosen.map((audit) => pairOf(audit, section));
  return {
    chosen: chosen.length,
    pairs: found.flatMap((one) => (typeof one === 'string' ? [] : [one])),
    missing: found.flatMap((one) => (typeof one === 'string' ? [one] : [])),
    chosenOtherwise: asked.length - chosen.length,
  };
}

function pairOf(audit: GradedAudit, section: string | undefined): RandomPair | MissingPair {
  const { id, cycle, child, auditor, submittedGrade, firstModeration } = audit;
  if (audit.withdrawn !== null) return 'withdrawn';
  if (firstModeration === null || auditor === null || submittedGrade === null) return whyUnmoderated(audit);
  const { moderator, manner } = firstModeration;
  const grades =
    section === undefined
      ? ([submittedGrade, firstModeration.grade] as const)
      : sectionGrades(audit, firstModeration, section);
  return typeof grades === 'string'
    ? grades
    : { audit: id, cycle, child, auditor, moderator, manner, grades };
}

/** Who saw the auditor's grade of the section and gave no other upheld it; of who had not seen it nobody knows which they would have upheld. */
function sectionGrades(
  { submittedSections }: GradedAudit,
  { manner, sections }: FirstModeration,
  section: string,
): GradePair | MissingPair {
  const submitted = submittedSections?.[section];
  if (submitted === undefined || !isGrade(submitted)) return 'not-graded-here';
  const judged = sections[section];
  if (manner === 'blind') return judged === undefined ? 'not-judged-here' : 'otherwise-alone';
  return [submitted, judged ?? submitted];
}
