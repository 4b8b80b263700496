/**
 * Where what was drawn again and what was published part, in words: first an audit that one of the two does not have, then another
 * order. Null where they are the same.
 */
export function differenceBetween(again: readonly string[], published: readonly string[]): string | null {
  const missing = again.find((one) => !published.includes(one));
  if (missing !== undefined) return `Drawn again it has ${missing}, which what was published does not have`;
  const added = published.find((one, n) => !again.includes(one) || published.indexOf(one) !== n);
  if (added !== undefined)
    return `What was published has ${added}, which it does not have when it is drawn again`;
  const moved = again.findIndex((one, n) => one !== published[n]);
  return moved < 0
    ? null
    : `Drawn again, number ${moved + 1} is ${again[moved]}, and not ${published[moved]}`;
}
