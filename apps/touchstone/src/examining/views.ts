import type { Finding } from '#command-line';
import type { Installation } from '../installation/installation.js';

/** Whether each view of each authority can keep up with the log. */
export async function examineViews({ projections, log }: Installation): Promise<readonly Finding[]> {
  for (const authority of await log.authorities()) {
    const head = await log.head(authority);
    for (const { view } of await projections.list()) {
      await projections.waitForPosition(view, authority, head, LEVEL_WITHIN_MS);
    }
  }
  return (await projections.list()).map(({ view, authority, lag, error }) => {
    const about = `View ${view} of ${authority}`;
    if (error !== null) return { about, state: 'fault', says: `stopped: ${error.message}` };
    return lag === 0n
      ? { about, state: 'sound', says: 'level with the log' }
      : { about, state: 'warning', says: `${lag ?? 'an unknown number of'} events behind` };
  });
}

const LEVEL_WITHIN_MS = 10_000;
