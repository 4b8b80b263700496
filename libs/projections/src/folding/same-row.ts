/** Whether two values of plain data say the same; members that are `undefined` count as left out. */
export function sameRow(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b)) {
    return (
      Array.isArray(a) &&
      Array.isArray(b) &&
      a.length === b.length &&
      a.every((item, index) => sameRow(item, b[index]))
    );
  }
  const [ours, theirs] = [a as Readonly<Record<string, unknown>>, b as Readonly<Record<string, unknown>>];
  for (const member in ours) if (!sameRow(ours[member], theirs[member])) return false;
  for (const member in theirs) if (theirs[member] !== undefined && ours[member] === undefined) return false;
  return true;
}
