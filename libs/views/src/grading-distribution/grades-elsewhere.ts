import type { AuthorityId, Instant } from '#audit-cycle';
import type { UnknownFilter } from '../case-filters.js';
import type { Page, Paging } from '../cursor.js';
import { externalReliabilityView } from '../external-reliability/rows.js';
import { pageOfAll } from '../page-of-all.js';
import { reAuditOutcomesView } from '../re-audit-outcomes/rows.js';
import type { Look, ViewReader } from '../view-reader.js';
import {
  figureElsewhere,
  type CaseElsewhere,
  type ElsewhereGrouping,
  type FigureElsewhere,
  type StageElsewhere,
} from './case-elsewhere.js';
import { externalGrades, type ExternalGradesFilters, type ExternalSource } from './external-grades.js';
import { aboutCycles, type AboutFigure } from './grades-asked-for.js';
import { isAskedFor, type OutcomeAskedFor } from './outcome-asked-for.js';
import { reAuditGrades, type ReAuditGradesFilters, type ReAuditSource } from './re-audit-grades.js';

export interface ElsewhereQuery extends ExternalGradesFilters, ReAuditGradesFilters {
  readonly authority: AuthorityId;
  readonly stage: StageElsewhere;
  readonly by?: ElsewhereGrouping | undefined;
  readonly asOf?: Instant | undefined;
}

/** How cases were graded by those who looked again, which other views know. */
export interface GradesElsewhere extends FigureElsewhere, AboutFigure {
  /** Which view the figure is read from, and what of it. */
  readonly source: ExternalSource | ReAuditSource;
}

export function gradesElsewhere(
  reader: ViewReader,
  query: ElsewhereQuery,
): Promise<GradesElsewhere | { readonly unknown: UnknownFilter }> {
  return lookElsewhere(reader, query, ({ cases, source, cycles }, look) => ({
    ...figureElsewhere(query.stage, cases, query.by),
    source,
    cycles,
    position: look.position.toString(),
    asOf: query.asOf ?? null,
  }));
}

/** The cases behind the figure, in the order of the children's ids. Who graded is not part of it. */
export function listCasesElsewhere(
  reader: ViewReader,
  query: ElsewhereQuery & OutcomeAskedFor & Paging,
): Promise<Page<CaseElsewhere> | { readonly unknown: UnknownFilter }> {
  return lookElsewhere(reader, query, ({ cases }, look) =>
    pageOfAll(
      query,
      cases.filter(({ outcome }) => isAskedFor(outcome, query)),
      ({ child, id }) => ({ value: child, id }),
      look.position,
    ),
  );
}

interface Elsewhere extends Pick<GradesElsewhere, 'source' | 'cycles'> {
  readonly cases: readonly CaseElsewhere[];
}

function lookElsewhere<Answer>(
  reader: ViewReader,
  query: ElsewhereQuery,
  work: (found: Elsewhere, look: Look) => Answer,
): Promise<Answer | { readonly unknown: UnknownFilter }> {
  const { stage, authority, asOf } = query;
  const view = stage === 'external' ? externalReliabilityView : reAuditOutcomesView;
  return reader.look(view, authority, async (look) => {
    const found = await (stage === 'external'
      ? externalGrades(look, query, asOf)
      : reAuditGrades(look, query, asOf));
    return 'unknown' in found ? found : work({ ...found, cycles: aboutCycles(found.cycles) }, look);
  });
}
