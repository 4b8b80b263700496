import type { AuditId } from '../vocabulary/identifiers.js';
import type { ReviewRound } from './state.js';

export interface Agreement {
  /** Audits with two grades. */
  readonly n: number;
  /** Of those, with the same grade twice. */
  readonly agreed: number;
  /** Sampled audits without two grades. */
  readonly notReviewed: readonly AuditId[];
  /** Audits with two grades whose quality nobody has judged. */
  readonly notJudged: readonly AuditId[];
}

/** How the two grades of the sampled audits lie to each other. */
export function agreementOf({ sample, reviews }: ReviewRound): Agreement {
  const compared = [...reviews.values()].filter(({ ours }) => ours !== null);
  return {
    n: compared.length,
    agreed: compared.filter(({ ours, committed }) => ours === committed?.grade).length,
    notReviewed: (sample?.chosen ?? [])
      .map(({ audit }) => audit)
      .filter((audit) => (reviews.get(audit)?.ours ?? null) === null),
    notJudged: [...reviews].flatMap(([audit, { ours, quality }]) =>
      ours !== null && quality === null ? [audit] : [],
    ),
  };
}
