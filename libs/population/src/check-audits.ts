import type { Sha256Hex } from '#assurance-statistics';
import type { AuditsSampled } from '#audit-cycle';
import { differenceBetween } from './difference-between.js';
import { drawAudits, type ListedAudit } from './draw-audits.js';
import { otherThanPublished } from './other-than-published.js';
import type { SampleCheck } from './sample-check.js';

/**
 * Draws the audits of a review round again from the frozen list and the seed, and says whether they are the same in the same order.
 * @param listText the list exactly as it was frozen: its digest is compared before anything is drawn
 * @param size as many as the round was opened for
 */
export function checkAudits(
  listText: string,
  { frameDigest, seed, strata, chosen }: AuditsSampled['facts'],
  size: number,
  sha256Hex: Sha256Hex,
): SampleCheck {
  const other = otherThanPublished(listText, frameDigest, 'list', 'the audits were drawn from', sha256Hex);
  if (other !== null) return other;
  const { audits } = JSON.parse(listText) as { readonly audits: readonly ListedAudit[] };
  if (size > audits.length || new Set(audits.map(({ audit }) => audit)).size < audits.length) {
    return {
      same: false,
      reason: `${size} audits cannot be drawn from a list of ${audits.length}, each once`,
    };
  }
  const again = drawAudits(audits, size, seed, sha256Hex);
  const difference =
    differenceBetween(again.chosen.map(place), chosen.map(place)) ??
    differenceBetween(again.strata.map(share), strata.map(share));
  return difference === null ? { same: true, cases: chosen.length } : { same: false, reason: difference };
}

const place = ({ audit, index, stratum }: AuditsSampled['facts']['chosen'][number]): string =>
  `${audit} (${stratum}, index ${index})`;

const share = ({ stratum, size, taken }: AuditsSampled['facts']['strata'][number]): string =>
  `${taken} of ${size} of ${stratum}`;
