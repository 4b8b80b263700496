import type { AuthorityId, Instant } from '#audit-cycle';
import type { UnknownFilter } from '../case-filters.js';
import { pageOfAll } from '../page-of-all.js';
import type { Page, Paging } from '../cursor.js';
import type { Look, ViewReader } from '../view-reader.js';
import { casesOfRound, cyclesOfRounds, type ReliabilityFilters } from './cases-of-round.js';
import { reliabilityFigure, type ExternalCase, type ExternalReliability } from './figure.js';
import { opinionByRule } from './opinion-by-rule.js';
import { roundRows, type RoundRow } from './round-row.js';
import { externalReliabilityView } from './rows.js';

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

/** A figure, or the filter that names something that is not there. */
type Known<Answer> = Answer | { readonly unknown: UnknownFilter };

/** How far the grades of a round agree with ours. Null when the view knows no such round (at that moment). */
export const externalReliability = (
  reader: ViewReader,
  query: OneRoundQuery,
): Promise<Known<RoundReliability> | null> =>
  lookAtRounds(reader, query, async ({ rounds: [round], casesOf }, look) =>
    round === undefined
      ? null
      : { ...reliabilityOf(round, await casesOf(round), query), ...told(look, query) },
  );

/** The same of every round, the latest half-year first. There are two in a year; rounds are never added up. */
export async function allExternalReliability(
  reader: ViewReader,
  query: ReliabilityQuery,
): Promise<Known<EveryRoundReliability>> {
  return lookAtRounds(reader, query, async ({ rounds, casesOf }, look) => {
    const items: ExternalReliability[] = [];
    for (const round of rounds) items.push(reliabilityOf(round, await casesOf(round), query));
    return { items, ...told(look, query) };
  });
}

/** The cases behind the figures of a round, in the order of the children's ids; null as `externalReliability` is. */
export const listExternalCases = (
  reader: ViewReader,
  query: OneRoundQuery & Paging,
): Promise<Known<Page<ExternalCase>> | null> =>
  lookAtRounds(reader, query, async ({ rounds: [round], casesOf }, look) =>
    round === undefined
      ? null
      : pageOfAll(
          query,
          await casesOf(round),
          ({ child, audit }) => ({ value: child, id: audit }),
          look.position,
        ),
  );

interface Rounds {
  /** The one that was asked for, or all; the latest half-year first. */
  readonly rounds: readonly RoundRow[];
  readonly casesOf: (round: RoundRow) => Promise<readonly ExternalCase[]>;
}

function lookAtRounds<Answer>(
  reader: ViewReader,
  query: ReliabilityQuery & { readonly round?: string },
  work: (found: Rounds, look: Look) => Promise<Answer>,
): Promise<Known<Answer>> {
  return reader.look(externalReliabilityView, query.authority, async (look): Promise<Known<Answer>> => {
    const { round: id, asOf } = query;
    const order = { by: 'halfYearTo', descending: true } as const;
    const rounds = await look.rows(roundRows, { where: { id }, asOf, order });
    const cycles = await cyclesOfRounds(look, query, asOf);
    // A round that is not there is said before a filter that names nothing.
    if ('unknown' in cycles && (id === undefined || rounds.length > 0)) return cycles;
    const known = 'unknown' in cycles ? [] : cycles.cycles;
    return work({ rounds, casesOf: (round) => casesOfRound(look, round, known, query) }, look);
  });
}

const told = (look: Look, { asOf }: ReliabilityQuery): Told => ({
  position: look.position.toString(),
  asOf: asOf ?? null,
});

function reliabilityOf(
  row: RoundRow,
  cases: readonly ExternalCase[],
  { cycle, kind, from, to, team, cohort, area }: ReliabilityFilters,
): ExternalReliability {
  const { cases: _cases, rule, ...round } = row;
  const whole = [cycle, kind, from, to, team, cohort, area].every((filter) => filter === undefined);
  const figure = reliabilityFigure(cases);
  return {
    round,
    ...figure,
    byRule: opinionByRule(rule, figure.exact, { whole, concluded: round.status === 'concluded' }),
  };
}
