import type { Instant, ReAuditRule } from '#audit-cycle';
import {
  areasOf,
  casesAskedFor,
  cyclesAskedFor,
  unknownFilter,
  type CaseFilters,
  type UnknownFilter,
} from '../case-filters.js';
import type { CycleSummary } from '../cycle-summary.js';
import { reAuditOutcomeRows, type ReAuditOutcomeRow } from '../re-audit-outcomes/re-audit-row.js';
import { reAuditCycles, reAuditedAudits } from '../re-audit-outcomes/rows.js';
import type { Look } from '../view-reader.js';
import type { CaseElsewhere } from './case-elsewhere.js';

/** Why cases are audited again, the draw first. */
export const RE_AUDIT_RULES = ['drawn', 'inadequate', 'chosen'] as const satisfies readonly ReAuditRule[];

export interface ReAuditGradesFilters extends CaseFilters {
  /** Cases that were chosen by different rules are never added up: those of the draw unless named. */
  readonly rule?: ReAuditRule | undefined;
}

/** What grades of re-audits are of. */
export interface ReAuditSource {
  readonly view: 're-audit-outcomes';
  readonly rule: ReAuditRule;
  /** Re-audits that the filters let in and another rule chose. */
  readonly chosenOtherwise: number;
}

/** The re-audits of audits that the filters let in. An audit that was done again twice is there twice. */
export async function reAuditGrades(
  look: Look,
  filters: ReAuditGradesFilters,
  asOf: Instant | undefined,
): Promise<
  | {
      readonly source: ReAuditSource;
      readonly cycles: readonly CycleSummary[];
      readonly cases: readonly CaseElsewhere[];
    }
  | { readonly unknown: UnknownFilter }
> {
  const { rule = 'drawn' } = filters;
  const cycles = await cyclesAskedFor(look, reAuditCycles, filters, asOf);
  const unknown = unknownFilter(cycles, filters);
  if (unknown !== null) return { unknown };
  const places = await casesAskedFor(look, reAuditedAudits, cycles, filters, asOf);
  const rows = await look.rows(reAuditOutcomeRows, {
    where: { audit: { in: places.map(({ id }) => id) } },
    asOf,
  });
  const chosen = rows.filter((row) => row.rule === rule);
  const placeOf = new Map(places.map((place) => [place.id, place]));
  const areaOf = areasOf(cycles);
  return {
    source: { view: 're-audit-outcomes', rule, chosenOtherwise: rows.length - chosen.length },
    cycles,
    cases: chosen.flatMap((row) => {
      const place = placeOf.get(row.audit);
      if (place === undefined) return [];
      const { id: audit, cycle, child, cohort, team } = place;
      return { id: row.id, audit, cycle, child, cohort, team, area: areaOf(place), ...outcomeOf(row) };
    }),
  };
}

function outcomeOf({ status, grade }: ReAuditOutcomeRow): Pick<CaseElsewhere, 'outcome' | 'missing'> {
  if (status === 'withdrawn') return { outcome: 'withdrawn', missing: null };
  if (grade !== null) return { outcome: grade, missing: null };
  return { outcome: 'in-progress', missing: status === 'selected' ? 'not-allocated' : 'not-graded-yet' };
}
