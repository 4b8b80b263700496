const MOST_SECONDS = 30;
const USUAL_SECONDS = 10;

/** Milliseconds to wait until views and processes have what was recorded, from `Prefer: wait` or `wait=5` (RFC 7240); null for not at all. */
export function preferredWait(header: string | readonly string[] | undefined): number | null {
  const preferences = (typeof header === 'string' ? header : '').toLowerCase().split(/[,;]/);
  for (const preference of preferences) {
    const wait = /^\s*wait(?:\s*=\s*"?(\d{1,6})"?)?\s*$/.exec(preference);
    if (wait !== null) return Math.min(Number(wait[1] ?? USUAL_SECONDS), MOST_SECONDS) * 1000;
  }
  return null;
}
