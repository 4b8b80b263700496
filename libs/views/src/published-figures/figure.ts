import type { Sha256Hex } from '#assurance-statistics';
import type { Instant, IsoDate } from '#audit-cycle';
import type { CycleSummary } from '../cycle-summary.js';
import type { GradedAudit } from '../grading-distribution/rows.js';
import { publishedEstimates, type PublishedEstimates } from './published-estimates.js';
import type { PublishedTable } from './published-table.js';
import { tablesOfActions, type PublishedAction } from './tables-of-actions.js';
import { tablesOfGrades } from './tables-of-grades.js';

/** Named in each set. What was published by one method is never worked out again by another, as the two could be subtracted. */
export const PUBLISHING_METHOD = 'small-numbers-1';

/** The figures of one closed cycle as they are published: one set, worked out together, that never changes. */
export interface PublishedFigures {
  readonly cycle: Pick<
    CycleSummary,
    'id' | 'title' | 'kind' | 'periodFrom' | 'periodTo' | 'scale' | 'tool' | 'toolVersion'
  >;
  /** Findings are published once, so there is one edition. */
  readonly edition: 1;
  /** The day on which the findings were published. */
  readonly publishedOn: IsoDate;
  /** The last moment that the figures know of. */
  readonly asKnownAt: Instant;
  readonly method: typeof PUBLISHING_METHOD;
  /** Counts from 1 to one less than this are withheld; a withheld count could be at least so many numbers in a row, a small one this too. */
  readonly fewestPublished: number;
  /** Whether the grades of the whole authority are published however few they are. */
  readonly totalsPublished: boolean;
  readonly tables: readonly PublishedTable[];
  readonly estimates: PublishedEstimates;
}

/** What a published set is made of: the rows of a closed cycle as they were known when its findings were published. */
export interface PublishedCases {
  readonly cycle: CycleSummary & { readonly findings: NonNullable<CycleSummary['findings']> };
  readonly audits: readonly GradedAudit[];
  readonly actions: readonly PublishedAction[];
  readonly asKnownAt: Instant;
}

export function publishedFigures(
  { cycle, audits, actions, asKnownAt }: PublishedCases,
  sha256Hex: Sha256Hex,
): PublishedFigures {
  const { id, title, kind, periodFrom, periodTo, scale, tool, toolVersion, findings, fewest } = cycle;
  const { fewestPublished, totalsPublished } = fewest;
  const grades = tablesOfGrades(cycle, audits);
  return {
    cycle: { id, title, kind, periodFrom, periodTo, scale, tool, toolVersion },
    edition: 1,
    publishedOn: findings.on,
    asKnownAt,
    method: PUBLISHING_METHOD,
    fewestPublished,
    totalsPublished,
    tables: [...grades, ...tablesOfActions(actions, fewestPublished)],
    estimates: publishedEstimates({ cycle, audits }, grades, sha256Hex),
  };
}
