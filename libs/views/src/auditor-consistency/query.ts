import type { AuditId, Grade, PersonId } from '#audit-cycle';
import {
  figureOfGrades,
  type FigureAnswer,
  type GradesQuery,
} from '../grading-distribution/grades-asked-for.js';
import { outsideGrades } from '../grading-distribution/outside-grades.js';
import { fewestOf } from '../fewest-of.js';
import type { ViewReader } from '../view-reader.js';
import { auditorConsistency, type AuditorConsistency, type ConsistencyOfAuditor } from './figure.js';
import { judgedGrades } from './judged-grade.js';

/** How lenient each auditor is, against moderators and reviewers from outside, over the cycles that are asked for. */
export const consistencyOfAuditors = (
  reader: ViewReader,
  query: GradesQuery,
): Promise<FigureAnswer<AuditorConsistency>> =>
  figureOfGrades(reader, query, async ({ cycles, audits }, look) => {
    const rounds = await look.rows(outsideGrades, { asOf: query.asOf });
    const theirs = new Map<AuditId, Grade>(rounds.flatMap(({ grades }) => Object.entries(grades)));
    const { fewestPairsPerAuditor } = fewestOf(cycles);
    return auditorConsistency(audits, judgedGrades(audits, theirs), cycles, fewestPairsPerAuditor);
  });

/** One auditor's own figures. What others are like is in it only as the mean of all. */
export interface OwnConsistency {
  readonly fewestPairs: number;
  /** Null where the auditor graded nothing in these cycles. */
  readonly auditor: ConsistencyOfAuditor | null;
  readonly all: AuditorConsistency['all'];
}

export async function consistencyOfAuditor(
  reader: ViewReader,
  { auditor, ...query }: GradesQuery & { readonly auditor: PersonId },
): Promise<FigureAnswer<OwnConsistency>> {
  const found = await consistencyOfAuditors(reader, query);
  if ('unknown' in found) return found;
  const { auditors, ...rest } = found;
  return { ...rest, auditor: auditors.find((one) => one.auditor === auditor) ?? null };
}
