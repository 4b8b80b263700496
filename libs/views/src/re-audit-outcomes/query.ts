import type { AuthorityId, CycleId, Instant, IsoDate, TeamName } from '#audit-cycle';
import { pageOfAll } from '../page-of-all.js';
import type { Page, Paging } from '../cursor.js';
import { inOrder } from '../in-order.js';
import type { Look, ViewReader } from '../view-reader.js';
import { claimedActions } from './claimed-action.js';
import { reAuditFigure, type ReAuditFigure, type ReAuditOutcome } from './figure.js';
import { outcomeOf } from './outcome-of.js';
import { reAuditOutcomeRows, type ReAuditOutcomeRow } from './re-audit-row.js';
import { reAuditCycles, reAuditedAudits, reAuditOutcomesView } from './rows.js';

export const RE_AUDIT_GROUPINGS = ['cycle', 'team', 'theme'] as const;
export type ReAuditGrouping = (typeof RE_AUDIT_GROUPINGS)[number];

export interface ReAuditFilters {
  readonly cycle?: CycleId | undefined;
  /** Only of cycles whose period ends on this day or later. */
  readonly from?: IsoDate | undefined;
  /** Only of cycles whose period ends on this day or earlier. */
  readonly to?: IsoDate | undefined;
  /** The child's team. */
  readonly team?: TeamName | undefined;
  /** Code of a theme: its actions alone, and the re-audits that have any. */
  readonly theme?: string | undefined;
}

export interface ReAuditOutcomesQuery extends ReAuditFilters {
  readonly authority: AuthorityId;
  readonly by?: ReAuditGrouping | undefined;
  readonly asOf?: Instant | undefined;
}

export interface ReAuditOutcomes extends ReAuditFigure {
  readonly by?: ReAuditGrouping;
  /** Cycles and teams add up to the whole; a re-audit is in the group of every theme that its actions have. */
  readonly groups?: readonly (ReAuditFigure & { readonly group: string | null })[];
  readonly position: string;
  readonly asOf: string | null;
}

/** What re-audits found of the actions that audits had set, and how the grades stand beside the old ones. */
export function reAuditOutcomes(reader: ViewReader, query: ReAuditOutcomesQuery): Promise<ReAuditOutcomes> {
  return reader.look(reAuditOutcomesView, query.authority, async (look) => {
    const outcomes = await outcomesOf(look, query);
    const { by, asOf } = query;
    return {
      ...reAuditFigure(outcomes),
      ...(by === undefined ? {} : { by, groups: groupsOf(by, outcomes) }),
      position: look.position.toString(),
      asOf: asOf ?? null,
    };
  });
}

/** The re-audits behind the figures, in the order of the children's ids. */
export function listReAuditOutcomes(
  reader: ViewReader,
  query: Omit<ReAuditOutcomesQuery, 'by'> & Paging,
): Promise<Page<ReAuditOutcome>> {
  return reader.look(reAuditOutcomesView, query.authority, async (look) =>
    pageOfAll(query, await outcomesOf(look, query), ({ child, id }) => ({ value: child, id }), look.position),
  );
}

async function outcomesOf(
  look: Look,
  { cycle, from, to, team, theme, asOf }: ReAuditOutcomesQuery,
): Promise<readonly ReAuditOutcome[]> {
  const rows = await look.rows(reAuditOutcomeRows, { where: { cycle }, asOf });
  const places = await look.rows(reAuditedAudits, {
    where: { id: { in: [...new Set(rows.map(({ audit }) => audit))] } },
    asOf,
  });
  const teams = new Map(places.map((place) => [place.id, place.team]));
  const teamOf = ({ audit }: ReAuditOutcomeRow): TeamName | null => teams.get(audit) ?? null;
  const inPeriod =
    from === undefined && to === undefined ? null : await cyclesEnding(look, { from, to }, asOf);
  const asked = rows.filter(
    (row) => (inPeriod === null || inPeriod.has(row.cycle)) && (team === undefined || teamOf(row) === team),
  );
  const ids = [...new Set(asked.flatMap(({ actions }) => actions))];
  const actions = await look.rows(claimedActions, { where: { id: { in: ids } }, asOf });
  const byId = new Map(actions.map((action) => [action.id, action]));
  const outcomes = asked.map((row) => outcomeOf(row, teamOf(row), byId));
  return theme === undefined ? outcomes : outcomes.flatMap((one) => ofTheme(one, theme));
}

async function cyclesEnding(
  look: Look,
  { from, to }: Pick<ReAuditFilters, 'from' | 'to'>,
  asOf: Instant | undefined,
): Promise<ReadonlySet<CycleId>> {
  const cycles = await look.rows(reAuditCycles, { asOf });
  return new Set(
    cycles
      .filter(({ periodTo }) => (from ?? periodTo) <= periodTo && periodTo <= (to ?? periodTo))
      .map(({ id }) => id),
  );
}

function ofTheme(outcome: ReAuditOutcome, theme: string | null): readonly ReAuditOutcome[] {
  const actions = outcome.actions.filter((action) => action.theme === theme);
  return actions.length === 0 ? [] : [{ ...outcome, actions }];
}

function groupsOf(
  by: ReAuditGrouping,
  outcomes: readonly ReAuditOutcome[],
): NonNullable<ReAuditOutcomes['groups']> {
  const membersOf = (group: string | null): readonly ReAuditOutcome[] =>
    by === 'theme'
      ? outcomes.flatMap((one) => ofTheme(one, group))
      : outcomes.filter((one) => one[by] === group);
  const groups = outcomes.flatMap((one): readonly (string | null)[] =>
    by === 'theme' ? one.actions.map(({ theme }) => theme) : [one[by]],
  );
  return inOrder(groups).map((group) => ({ group, ...reAuditFigure(membersOf(group)) }));
}
