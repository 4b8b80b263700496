import { drawOrder, type Sha256Hex } from '#assurance-statistics';
import type { ReAuditChoice, ReAuditDraw, ReAuditList } from '#audit-cycle';

/** What the list and the seed say of an audit; how often it was to be done again before, they do not know. */
export type DrawnAgain = Omit<ReAuditChoice, 'ordinal'>;

export interface ReAuditRequest extends Pick<ReAuditDraw, 'seed' | 'sharePercent'> {
  /** As it was frozen. */
  readonly list: ReAuditList;
}

/**
 * Draws the share of the eligible audits in the order of SHA-256(seed | audit id), and takes every inadequate one. The number is
 * rounded up: the share is the least that is looked at again, and of a few audits too at least one is. Anybody who holds the list can
 * repeat it.
 */
export function drawReAudits(
  { list, seed, sharePercent }: ReAuditRequest,
  sha256Hex: Sha256Hex,
): readonly DrawnAgain[] {
  const { eligible, inadequate } = list;
  const places = Math.ceil((eligible.length * sharePercent) / 100);
  const order = drawOrder(
    eligible.map((id, index) => ({ index, id })),
    seed,
    sha256Hex,
  );
  return [
    ...order.slice(0, places).map((index) => ({ audit: eligible[index]!, index, rule: 'drawn' as const })),
    ...inadequate.map((audit) => ({ audit, index: null, rule: 'inadequate' as const })),
  ];
}
