import type { AuthorityId, Instant, ReAuditRule } from '#audit-cycle';
import {
  casesAskedFor,
  cyclesAskedFor,
  unknownFilter,
  type CaseFilters,
  type UnknownFilter,
} from '../case-filters.js';
import type { Page, Paging } from '../cursor.js';
import type { CycleSummary } from '../cycle-summary.js';
import { aboutFigure, type FigureAnswer } from '../grading-distribution/grades-asked-for.js';
import { inOrder } from '../in-order.js';
import { pageOfAll } from '../page-of-all.js';
import type { Look, ViewReader } from '../view-reader.js';
import { claimedActions } from './claimed-action.js';
import { reAuditFigure, type ReAuditFigure } from './figure.js';
import { outcomeOf } from './outcome-of.js';
import { reAuditOutcomeRows } from './re-audit-row.js';
import { reAuditCycles, reAuditedAudits, reAuditOutcomesView } from './rows.js';
import type { ReAuditOutcome } from './tested-re-audit.js';

export const RE_AUDIT_GROUPINGS = ['cycle', 'team', 'theme'] as const;
export type ReAuditGrouping = (typeof RE_AUDIT_GROUPINGS)[number];

/** Cycle, team, cohort and area are those of the audit that is done again. */
export interface ReAuditFilters extends CaseFilters {
  /** Code of a theme: its actions alone, and the re-audits that have any. */
  readonly theme?: string | undefined;
  /** Why cases were audited again: those alone. */
  readonly rule?: ReAuditRule | undefined;
}

export interface ReAuditOutcomesQuery extends ReAuditFilters {
  readonly authority: AuthorityId;
  readonly by?: ReAuditGrouping | undefined;
  readonly asOf?: Instant | undefined;
}

export interface ReAuditOutcomes extends ReAuditFigure {
  readonly by?: ReAuditGrouping;
  /** Those by cycle and by team add up to the whole; a re-audit is in the group of every theme that its actions have. */
  readonly groups?: readonly (ReAuditFigure & { readonly group: string | null })[];
}

/** What re-audits found of the actions that audits had set, and how the grades stand beside the old ones. */
export const reAuditOutcomes = (
  reader: ViewReader,
  query: ReAuditOutcomesQuery,
): Promise<FigureAnswer<ReAuditOutcomes>> =>
  figureOfReAudits(reader, query, (outcomes) => ({
    ...reAuditFigure(outcomes),
    ...(query.by === undefined ? {} : { by: query.by, groups: groupsOf(query.by, outcomes) }),
  }));

/** The re-audits behind the figures, in the order of the children's ids. */
export async function listReAuditOutcomes(
  reader: ViewReader,
  query: Omit<ReAuditOutcomesQuery, 'by'> & Paging,
): Promise<Page<ReAuditOutcome> | { readonly unknown: UnknownFilter }> {
  const found = await figureOfReAudits(reader, query, (items) => ({ items }));
  if ('unknown' in found) return found;
  return pageOfAll(query, found.items, ({ child, id }) => ({ value: child, id }), BigInt(found.position));
}

function figureOfReAudits<Figure extends object>(
  reader: ViewReader,
  query: ReAuditOutcomesQuery,
  work: (outcomes: readonly ReAuditOutcome[]) => Figure,
): Promise<FigureAnswer<Figure>> {
  return reader.look(reAuditOutcomesView, query.authority, async (look) => {
    const cycles = await cyclesAskedFor(look, reAuditCycles, query, query.asOf);
    const unknown = unknownFilter(cycles, query);
    if (unknown !== null) return { unknown };
    const outcomes = await outcomesOf(look, cycles, query);
    return { ...work(outcomes), ...aboutFigure(cycles, look, query.asOf) };
  });
}

async function outcomesOf(
  look: Look,
  cycles: readonly CycleSummary[],
  query: ReAuditOutcomesQuery,
): Promise<readonly ReAuditOutcome[]> {
  const { theme, rule, asOf } = query;
  const places = await casesAskedFor(look, reAuditedAudits, cycles, query, asOf);
  const teams = new Map(places.map(({ id, team }) => [id, team]));
  const inCycles = { in: cycles.map(({ id }) => id) };
  const rows = await look.rows(reAuditOutcomeRows, { where: { cycle: inCycles, rule }, asOf });
  const asked = rows.filter(({ audit }) => teams.has(audit));
  const ids = [...new Set(asked.flatMap(({ actions }) => actions))];
  const actions = await look.rows(claimedActions, { where: { id: { in: ids } }, asOf });
  const byId = new Map(actions.map((action) => [action.id, action]));
  const outcomes = asked.map((row) => outcomeOf(row, teams.get(row.audit) ?? null, byId));
  return theme === undefined ? outcomes : outcomes.flatMap((one) => ofTheme(one, theme));
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
