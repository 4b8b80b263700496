import type { ReAuditRule } from '#audit-cycle';
import { reAuditCounts, reAuditFindings, type ReAuditCounts, type ReAuditFindings } from './findings.js';
import type { ReAuditOutcome } from './tested-re-audit.js';

/**
 * Chance alone makes a sample: what may be said of all actions is said by `drawn`. Cases that were audited again for their grade, or
 * because somebody chose them, are no sample of the rest, so nothing of theirs is ever added to it but how many there were.
 */
export interface ReAuditFigure {
  /** Of every re-audit, however it came about: the sum of those of `drawn` and of `notDrawn`. */
  readonly reAudits: ReAuditCounts;
  /** Drawn by chance from cases whose actions had been reported done: the headline. */
  readonly drawn: ReAuditFindings;
  /** Not drawn: each says what was found in its own cases, and nothing of others. */
  readonly notDrawn: readonly (ReAuditFindings & { readonly rule: Exclude<ReAuditRule, 'drawn'> })[];
}

const NOT_DRAWN = ['inadequate', 'chosen'] as const satisfies readonly ReAuditRule[];

export function reAuditFigure(outcomes: readonly ReAuditOutcome[]): ReAuditFigure {
  const findingsOf = (rule: ReAuditRule): ReAuditFindings =>
    reAuditFindings(outcomes.filter((one) => one.rule === rule));
  return {
    reAudits: reAuditCounts(outcomes),
    drawn: findingsOf('drawn'),
    notDrawn: NOT_DRAWN.map((rule) => ({ rule, ...findingsOf(rule) })),
  };
}
