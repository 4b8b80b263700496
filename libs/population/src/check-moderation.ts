import type { Sha256Hex } from '#assurance-statistics';
import { isDrawnForModeration, moderationDrawText, type AuditId } from '#audit-cycle';
import { otherThanPublished } from './other-than-published.js';
import type { SampleCheck } from './sample-check.js';

/** What a closed cycle publishes of its random choice for moderation. */
export interface ModerationChoice {
  /** Digest of the secret, published when the cycle opened. */
  readonly secretDigest: string;
  /** The secret, published when it closed. */
  readonly secret: string;
  /** Share of the policy that the cycle was planned with, percent. */
  readonly sharePercent: number;
  /** Every audit that was graded. */
  readonly graded: readonly AuditId[];
  /** Those of them that were chosen at random. */
  readonly chosen: readonly AuditId[];
}

/** Repeats the random choice of every audit from the secret, after making sure that it is the one that the cycle was opened with. */
export function checkModeration(
  { secretDigest, secret, sharePercent, graded, chosen }: ModerationChoice,
  sha256Hex: Sha256Hex,
): SampleCheck {
  const other = otherThanPublished(secret, secretDigest, 'secret', 'the cycle was opened with', sha256Hex);
  if (other !== null) return other;
  if (new Set(graded).size < graded.length) return { same: false, reason: 'An audit is named twice' };
  const was = new Set(chosen);
  const unknown = chosen.find((audit) => !graded.includes(audit));
  if (unknown !== undefined || was.size < chosen.length) {
    return { same: false, reason: `${unknown ?? 'An audit'} was chosen, and is not once among those graded` };
  }
  const differing = graded.find(
    (audit) =>
      was.has(audit) !== isDrawnForModeration(sha256Hex(moderationDrawText(secret, audit)), sharePercent),
  );
  if (differing === undefined) return { same: true, cases: graded.length };
  return {
    same: false,
    reason: was.has(differing)
      ? `The audit ${differing} was chosen for moderation, and by the secret it is not`
      : `By the secret the audit ${differing} is chosen for moderation, and it was not`,
  };
}
