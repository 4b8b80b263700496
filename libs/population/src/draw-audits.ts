import { drawStratifiedSample, type Sha256Hex } from '#assurance-statistics';
import type { AuditsSampled, Grade } from '#audit-cycle';

/** One line of the frozen list of a review round. */
export interface ListedAudit {
  readonly audit: string;
  readonly grade: Grade;
  readonly auditor: string;
}

/**
 * Draws audits by SHA-256 order within each grade and auditor, places in proportion and rounded by largest remainder, as
 * anybody can again from the list and the seed.
 * @throws Error for a size that the list does not hold: the round was opened for one that it does
 */
export function drawAudits(
  list: readonly ListedAudit[],
  size: number,
  seed: string,
  sha256Hex: Sha256Hex,
): Pick<AuditsSampled['facts'], 'strata' | 'chosen'> {
  const frame = list.map(({ audit, grade, auditor }) => ({ id: audit, stratum: `${grade}/${auditor}` }));
  const drawn = drawStratifiedSample({ frame, size, minimumPerStratum: 0, seed, sha256Hex });
  if (drawn.value === null) throw new Error(`${size} audits cannot be drawn: ${drawn.reason}`);
  return {
    strata: drawn.value.strata.map(({ name, eligible, allocated }) => ({
      stratum: name,
      size: eligible,
      taken: allocated,
    })),
    chosen: drawn.value.chosen.map((index) => ({
      audit: frame[index]!.id,
      index,
      stratum: frame[index]!.stratum,
    })),
  };
}
