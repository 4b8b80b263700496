import { Problem } from '#platform';

/**
 * The revision that the sender saw, from the header If-Match. `*` asks for nothing: that there is something to change is always
 * checked. @throws Problem 400 `if-match-malformed`
 */
export function seenRevisionFrom(header: string | undefined): bigint | undefined {
  if (header === undefined || header.trim() === '*') return undefined;
  const tag = /^"(0|[1-9]\d{0,17})"$/.exec(header.trim());
  if (tag !== null) return BigInt(tag[1]!);
  throw new Problem(
    400,
    'if-match-malformed',
    'Send in If-Match one ETag as it was answered, in its quotation marks.',
  );
}

export const etagOf = (revision: bigint): string => `"${revision}"`;
