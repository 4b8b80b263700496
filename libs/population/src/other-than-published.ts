import type { Sha256Hex } from '#assurance-statistics';
import type { SampleCheck } from './sample-check.js';

/**
 * Null where a text is the one whose digest was published, else the finding that it is another.
 * @param what the text: `list`
 * @param use what was done with the published one, up to its digest: `the audits were drawn from`
 */
export function otherThanPublished(
  text: string,
  published: string,
  what: string,
  use: string,
  sha256Hex: Sha256Hex,
): (SampleCheck & { readonly same: false }) | null {
  const digest = sha256Hex(text);
  return digest === published
    ? null
    : { same: false, reason: `This is another ${what}: its SHA-256 is ${digest}, and ${use} ${published}` };
}
