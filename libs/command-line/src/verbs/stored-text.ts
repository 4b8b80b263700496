import type { Refusal } from '#audit-cycle';
import type { Touchstone } from '../touchstone.js';

/** What is kept beside the log under this digest, or that it is gone. */
export async function blobText(
  { blobs }: Touchstone,
  authority: string,
  what: 'frame' | 'list',
  digest: string,
): Promise<string | Refusal> {
  const bytes = await blobs.get(authority, digest);
  return bytes === null
    ? { code: `${what}-missing`, message: `The ${what} ${digest} is not stored here any more.` }
    : Buffer.from(bytes).toString('utf8');
}
