import type { Sha256Hex } from '#assurance-statistics';
import type { UnknownFilter } from '../case-filters.js';
import type { Page, Paging } from '../cursor.js';
import {
  figureOfGrades,
  type FigureAnswer,
  type GradesQuery,
} from '../grading-distribution/grades-asked-for.js';
import { pageOfAll } from '../page-of-all.js';
import { fewestOf } from '../fewest-of.js';
import { seedOf } from '../seed-of.js';
import type { ViewReader } from '../view-reader.js';
import { moderationAgreement, type ModerationAgreement } from './figure.js';
import { randomPairs, type RandomPair } from './random-pairs.js';

export interface AgreementQuery extends GradesQuery {
  /** Code of a section whose grades are compared; the overall grades without it. */
  readonly section?: string | undefined;
}

/** How far moderators agree with auditors over the cycles that are asked for. */
export const agreementOfCycles = (
  reader: ViewReader,
  query: AgreementQuery,
  sha256Hex: Sha256Hex,
): Promise<FigureAnswer<ModerationAgreement>> =>
  figureOfGrades(reader, query, ({ cycles, audits }) =>
    moderationAgreement(
      audits,
      { fewest: fewestOf(cycles).fewestPairs, seed: seedOf('agreement', cycles), sha256Hex },
      query.section,
    ),
  );

/** The pairs of grades behind the agreement, in the order of the children's ids. Who graded is not part of it. */
export type AgreementCase = Omit<RandomPair, 'auditor' | 'moderator'>;

export async function listAgreementCases(
  reader: ViewReader,
  query: AgreementQuery & Paging,
): Promise<Page<AgreementCase> | { readonly unknown: UnknownFilter }> {
  const found = await figureOfGrades(reader, query, ({ audits }) => ({
    items: randomPairs(audits, query.section).pairs.map(
      ({ auditor: _auditor, moderator: _moderator, ...pair }) => pair,
    ),
  }));
  if ('unknown' in found) return found;
  const place = ({ child, audit }: AgreementCase) => ({ value: child, id: audit });
  return pageOfAll(query, found.items, place, BigInt(found.position));
}
