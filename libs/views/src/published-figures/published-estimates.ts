import { sampleInterval, type Sha256Hex } from '#assurance-statistics';
import { inPercent } from '../grading-distribution/grade-intervals.js';
import { weightsOf } from '../grading-distribution/weights-of.js';
import type { GradedAudit } from '../grading-distribution/rows.js';
import { oneDecimal } from '../share.js';
import { publishAdjusted, type GradesOfCycle, type PublishedAdjusted } from './publish-adjusted.js';
import {
  isWithheld,
  WITHHELD,
  type PublishedShare,
  type PublishedTable,
  type Withheld,
} from './published-table.js';

/** What is to be read beside the grades of the whole authority, which are counted. Nothing here has counts, or is of a part. */
export interface PublishedEstimates {
  /** Of every interval of the set: Wilson's, or the bootstrap's where grades are adjusted. Families are not taken into account in what is counted. */
  readonly basis: 'no-limit';
  readonly covers: 'sampling error only';
  /** Good or better of the list, where its strata were drawn with different chances: what is counted then speaks of the sample. */
  readonly weighted:
    | { readonly needed: false }
    | {
        readonly needed: true;
        /** The least and the greatest chance of being drawn, percent with two decimals. */
        readonly chances: readonly [least: number, greatest: number];
        readonly goodOrBetter: PublishedShare | Withheld;
      };
  /** Good or better as it would be if every audit had been moderated. */
  readonly moderationAdjusted: PublishedAdjusted;
}

/** @param tables of grades, as they are published */
export function publishedEstimates(
  cases: GradesOfCycle,
  tables: readonly PublishedTable[],
  sha256Hex: Sha256Hex,
): PublishedEstimates {
  const graded = cases.audits.flatMap((audit) =>
    audit.withdrawn === null && audit.finalGrade !== null ? [{ audit, grade: audit.finalGrade }] : [],
  );
  const weights = weightsOf(graded);
  const weighted = weights.needed
    ? {
        ...weights,
        goodOrBetter: publishWeighted(
          graded.map(({ audit }) => audit),
          tables,
        ),
      }
    : weights;
  const isKnown = !weighted.needed || !isWithheld(weighted.goodOrBetter);
  return {
    ...{ basis: 'no-limit', covers: 'sampling error only', weighted },
    moderationAdjusted: publishAdjusted(cases, isKnown && isWholePublished(tables), sha256Hex),
  };
}

/** Whether the whole authority's grades are published, each of them. */
const isWholePublished = (tables: readonly PublishedTable[]): boolean =>
  goodOrBetterOf('grades', tables)?.length === 1;

/**
 * The weighted share tells how many of each stratum were good to whoever can reckon. So it is published where that is published
 * already: where strata are cohorts, of whom no grade is withheld.
 */
function publishWeighted(
  graded: readonly GradedAudit[],
  tables: readonly PublishedTable[],
): PublishedShare | Withheld {
  const chances = Map.groupBy(graded, ({ cohort }) => cohort);
  const cohorts = goodOrBetterOf('grades-by-cohort', tables);
  if (cohorts === null) return WITHHELD;
  const sample = cohorts.flatMap(({ group, n, of }) => {
    const [chance, ...others] = new Set(
      chances.get(group as GradedAudit['cohort'])?.map(({ probability }) => probability),
    );
    if (of === 0) return [];
    if (chance === undefined || others.length > 0) return null;
    return Array.from({ length: of }, (_, at) => ({
      ...{ has: at < n, weight: 1 / chance, cluster: `${group} ${at}` },
    }));
  });
  const known = sample.flatMap((one) => one ?? []);
  const { value } = sampleInterval(known);
  if (value === null || known.length < sample.length) return WITHHELD;
  return { percent: oneDecimal(value.share), interval95: inPercent(value.ci) };
}

/** Good or better of each group of a table in which no grade is withheld; null where any is. */
function goodOrBetterOf(
  name: PublishedTable['table'],
  tables: readonly PublishedTable[],
): readonly { readonly group: string | null; readonly n: number; readonly of: number }[] | null {
  const table = tables.find((one) => one.table === name);
  if (table === undefined || !('rows' in table)) return null;
  const found = table.rows.map(({ group, goodOrBetter }) =>
    goodOrBetter === undefined || isWithheld(goodOrBetter)
      ? null
      : { group, n: goodOrBetter.n, of: goodOrBetter.of },
  );
  const known = found.filter((one) => one !== null);
  return known.length < found.length ? null : known;
}
