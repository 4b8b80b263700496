import type { Sha256Hex } from '#assurance-statistics';
import { GRADES } from '#audit-cycle';
import type { CycleSummary } from '../cycle-summary.js';
import { adjustedGrades, type AdjustedGrades } from '../grading-distribution/adjusted-grades.js';
import { askedSections } from '../grading-distribution/asked-sections.js';
import { casesOf } from '../grading-distribution/cases-asked.js';
import { countedGrades } from '../grading-distribution/counted-grades.js';
import { gradeIntervals, isGoodOrBetter } from '../grading-distribution/grade-intervals.js';
import { moderatedAudits } from '../grading-distribution/moderated-audits.js';
import type { GradedAudit } from '../grading-distribution/rows.js';
import { seedOf } from '../seed-of.js';
import { WITHHELD, type PublishedShare, type Withheld } from './published-table.js';

/** The audits of a closed cycle, withdrawn ones included. */
export interface GradesOfCycle {
  readonly cycle: CycleSummary;
  readonly audits: readonly GradedAudit[];
}

export interface PublishedAdjusted {
  readonly goodOrBetter: PublishedShare | Withheld | null;
  /** Why there is none. `too-few`: fewer audits were moderated than `fewestModerated`. */
  readonly reason?: NonNullable<AdjustedGrades['reason']>;
  /** Fewest moderated audits that it may rest on. */
  readonly fewestModerated: number;
  /** With which the interval is drawn, by the `generator`. */
  readonly seed: string;
  readonly replicates: number;
  readonly generator: string | null;
}

/**
 * What could be worked out from it is how many audits were moderated for certain, by chance and not at all, in each part that was
 * drawn with one chance, and how many of each were good. It is published where none of those counts is a few, and where the
 * grades that it stands beside are published.
 */
export function publishAdjusted(
  { cycle, audits }: GradesOfCycle,
  isBesidePublished: boolean,
  sha256Hex: Sha256Hex,
): PublishedAdjusted {
  const grades = { cycles: [cycle], audits, asked: askedSections([cycle], []) };
  const list = { basis: 'no-limit', listed: null } as const;
  const final = gradeIntervals(countedGrades(casesOf(grades, { stage: 'final' })), list);
  const { fewestPairs: fewest, fewestPublished } = cycle.fewest;
  const seed = seedOf('moderation-adjusted', [cycle]);
  const adjusting = { ...{ list, seed, sha256Hex, fewest }, unmoderated: [] };
  const { adjusted, reason, made } = adjustedGrades(grades, {}, final, adjusting).grades;
  const about = {
    fewestModerated: fewest,
    ...{ seed, replicates: made.replicates, generator: adjusted?.generator ?? null },
  };
  if (adjusted === null) return { goodOrBetter: null, ...(reason === undefined ? {} : { reason }), ...about };
  const isAFew = countsBehind(grades).some((count) => count < fewestPublished);
  return { goodOrBetter: isAFew || !isBesidePublished ? WITHHELD : adjusted.goodOrBetter, ...about };
}

/** Each above 0. */
function countsBehind(grades: Parameters<typeof moderatedAudits>[0]): readonly number[] {
  const finals = new Map(grades.audits.map(({ id, finalGrade }) => [id, finalGrade]));
  const kinds = moderatedAudits(grades, {}).audits.map(({ id, weight, probability, moderatedGrade }) => {
    const grade = moderatedGrade === null ? finals.get(id) : GRADES[moderatedGrade - 1];
    const isGood = grade ? isGoodOrBetter(grade) : null;
    return JSON.stringify([weight, probability === 1, moderatedGrade !== null, isGood]);
  });
  return [...Map.groupBy(kinds, (kind) => kind).values()].map(({ length }) => length);
}
