import type { AuthorityId, Cohort, CycleId, Instant, TeamName } from '#audit-cycle';
import { auditPlaces, type AuditPlace } from '../audit-place.js';
import { pageOfAll } from '../page-of-all.js';
import type { Page, Paging } from '../cursor.js';
import type { Look, ViewReader } from '../view-reader.js';
import type { View } from '../view.js';
import { reliabilityFigure, type ExternalCase, type ExternalReliability } from './figure.js';
import { opinionByRule } from './opinion-by-rule.js';
import { roundRows, type ReviewedCase, type RoundRow } from './round-row.js';

/** The audits that rounds draw from. */
export const sampledAudits = auditPlaces('external_audit');

export const externalReliabilityView: View = {
  name: 'external-reliability',
  version: 1,
  tables: [roundRows, sampledAudits],
};

export interface ReliabilityFilters {
  readonly cycle?: CycleId | undefined;
  readonly team?: TeamName | undefined;
  readonly cohort?: Cohort | undefined;
}

export interface ReliabilityQuery extends ReliabilityFilters {
  readonly authority: AuthorityId;
  readonly asOf?: Instant | undefined;
}

export type OneRoundQuery = ReliabilityQuery & { readonly round: string };

/** What the figures tell of. */
interface Told {
  readonly position: string;
  readonly asOf: string | null;
}

/** A round and its figures. */
export type RoundReliability = ExternalReliability & Told;

/** The figures of each round. */
export type EveryRoundReliability = { readonly items: readonly ExternalReliability[] } & Told;

/** How far the grades of a round agree with ours. Null when the view knows no such round (at that moment). */
export function externalReliability(
  reader: ViewReader,
  query: OneRoundQuery,
): Promise<RoundReliability | null> {
  return reader.look(externalReliabilityView, query.authority, async (look) => {
    const [round] = await look.rows(roundRows, { where: { id: query.round }, asOf: query.asOf });
    return round === undefined
      ? null
      : { ...(await reliabilityOf(look, round, query)), ...told(look, query) };
  });
}

/** The same of every round, the latest half-year first. There are two in a year; rounds are never added up. */
export function allExternalReliability(
  reader: ViewReader,
  query: ReliabilityQuery,
): Promise<EveryRoundReliability> {
  return reader.look(externalReliabilityView, query.authority, async (look) => {
    const rounds = await look.rows(roundRows, {
      asOf: query.asOf,
      order: { by: 'halfYearTo', descending: true },
    });
    const items: ExternalReliability[] = [];
    for (const round of rounds) items.push(await reliabilityOf(look, round, query));
    return { items, ...told(look, query) };
  });
}

/** The cases behind the figures of a round, in the order of the children's ids; null as `externalReliability` is. */
export function listExternalCases(
  reader: ViewReader,
  query: OneRoundQuery & Paging,
): Promise<Page<ExternalCase> | null> {
  return reader.look(externalReliabilityView, query.authority, async (look) => {
    const [round] = await look.rows(roundRows, { where: { id: query.round }, asOf: query.asOf });
    if (round === undefined) return null;
    const cases = await casesOfRound(look, round, query);
    return pageOfAll(query, cases, ({ child, audit }) => ({ value: child, id: audit }), look.position);
  });
}

const told = (look: Look, { asOf }: ReliabilityQuery): Told => ({
  position: look.position.toString(),
  asOf: asOf ?? null,
});

async function reliabilityOf(
  look: Look,
  row: RoundRow,
  query: ReliabilityQuery,
): Promise<ExternalReliability> {
  const { cases: _cases, rule, ...round } = row;
  const whole = [query.cycle, query.team, query.cohort].every((filter) => filter === undefined);
  const figure = reliabilityFigure(await casesOfRound(look, row, query));
  return {
    round,
    ...figure,
    byRule: opinionByRule(rule, figure.exact, { whole, concluded: round.status === 'concluded' }),
  };
}

/** The cases of a round that the filters let in. */
export async function casesOfRound(
  look: Look,
  { cases }: RoundRow,
  { cycle, team, cohort, asOf }: Omit<ReliabilityQuery, 'authority'>,
): Promise<readonly ExternalCase[]> {
  const where = { id: { in: Object.keys(cases) }, cycle, team, cohort };
  const audits = await look.rows(sampledAudits, { where, asOf });
  return audits.flatMap((audit) => externalCase(audit, cases[audit.id]));
}

/** What was judged apart from the grade stays apart until both grades are there. */
function externalCase(
  { id, ...audit }: AuditPlace,
  reviewed: ReviewedCase | undefined,
): readonly ExternalCase[] {
  if (reviewed === undefined) return [];
  const { stage, ours, theirs, quality, aspects } = reviewed;
  const judged = stage === 'compared' ? { quality, aspects } : { quality: null, aspects: [] };
  return [{ audit: id, ...audit, stage, ours, theirs, ...judged }];
}
