import type { Sha256Hex } from '#assurance-statistics';
import type { ReAuditDraw, ReAuditList } from '#audit-cycle';
import { differenceBetween } from './difference-between.js';
import { drawReAudits, type DrawnAgain } from './draw-re-audits.js';
import { otherThanPublished } from './other-than-published.js';
import type { SampleCheck } from './sample-check.js';

/**
 * Draws re-audits again from the frozen list and the seed of the draw, and says whether they are the same audits in the same order.
 * @param listText the list exactly as it was frozen: its digest is compared before anything is drawn
 */
export function checkReAudits(listText: string, drawn: ReAuditDraw, sha256Hex: Sha256Hex): SampleCheck {
  const other = otherThanPublished(
    listText,
    drawn.eligibleDigest,
    'list',
    'the re-audits were drawn from',
    sha256Hex,
  );
  if (other !== null) return other;
  const list = JSON.parse(listText) as ReAuditList;
  const listed = [...list.eligible, ...list.inadequate];
  if (new Set(listed).size < listed.length) {
    return { same: false, reason: 'The list names an audit twice, so its chance would be double' };
  }
  if (drawn.eligible !== list.eligible.length) {
    return {
      same: false,
      reason: `The list has ${list.eligible.length} eligible audits, and the draw says ${drawn.eligible}`,
    };
  }
  const { seed, sharePercent } = drawn;
  const again = drawReAudits({ list, seed, sharePercent }, sha256Hex);
  const difference = differenceBetween(again.map(written), drawn.chosen.map(written));
  return difference === null
    ? { same: true, cases: drawn.chosen.length }
    : { same: false, reason: difference };
}

const written = ({ audit, index, rule }: DrawnAgain): string =>
  `${audit} (${index === null ? rule : `${rule}, index ${index}`})`;
