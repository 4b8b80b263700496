import { authorityStreamId, simulatedSecret } from '#authority-setup';
import { moderationDrawText, type AuditId, type Cycle, type Secret, type Sha256 } from '#audit-cycle';
import { sha256Hex } from '#event-log';
import type { Known } from './lookups.js';

/**
 * The secret that chooses the cycle's audits for moderation. In an authority with a simulated clock it follows from the cycle's id,
 * so that a simulation repeats itself.
 * @throws Error when it is not the one whose digest was published: then nobody could check the choice, so nothing goes on with it
 */
export async function moderationSecret(known: Known, id: string, { opened }: Cycle): Promise<Secret> {
  const { authority, secrets } = known;
  const secret = isSimulated(known) ? simulatedSecret(id) : await secrets.of(authority, id);
  if (opened !== null && opened.moderationSecretDigest !== sha256Hex(secret)) {
    throw new Error(
      `The moderation secret of cycle ${id} is not the one whose digest was published when it opened; restore the table of secrets from a backup`,
    );
  }
  return secret;
}

/** What is published when the cycle opens. */
export const secretDigest = (secret: Secret): Sha256 => sha256Hex(secret);

/** The draw of one audit: whether it falls into the share that is moderated, the domain decides. */
export const randomDraw = (secret: Secret, audit: AuditId): Sha256 =>
  sha256Hex(moderationDrawText(secret, audit));

const isSimulated = ({ authority, look }: Known): boolean =>
  look.of('authority', authorityStreamId(authority)).state.registered?.clock === 'simulated';
