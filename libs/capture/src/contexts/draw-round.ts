import type { ReviewRound, ReviewRoundContext } from '#audit-cycle';
import { sha256Hex } from '#event-log';
import { drawAudits } from '#population';
import type { AuditList } from './audit-list.js';
import type { Known } from './lookups.js';

/** Draws from the round's own frozen list. The seed is made here, after the freezing, unless somebody supplies one. */
export async function drawRound(
  { authority, blobs, newSeed }: Known,
  { opened }: ReviewRound,
  supplied: string | undefined,
): Promise<ReviewRoundContext['draw']> {
  const bytes = await blobs.get(authority, opened.frame.digest);
  if (bytes === null)
    throw new Error(`The list ${opened.frame.digest} is not in the blob store; restore it from a backup`);
  const { audits } = JSON.parse(Buffer.from(bytes).toString('utf8')) as AuditList;
  const seed = supplied ?? newSeed();
  const drawn = drawAudits(audits, opened.sampleSize, seed, sha256Hex);
  return { seed, seedSource: supplied === undefined ? 'server' : 'supplied', ...drawn };
}
