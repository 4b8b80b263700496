import type { Finding } from '#command-line';
import type { Installation } from '../installation/installation.js';

/** Whether each view of each authority can keep up with the log. */
export async function examineViews({ projections }: Installation): Promise<readonly Finding[]> {
  for (const { view, authority, head, stops } of await projections.list()) {
    if (stops.length === 0) await projections.waitForPosition(view, authority, head, LEVEL_WITHIN_MS);
  }
  return (await projections.list()).map(({ view, authority, lag, error, stops }) => {
    const about = `View ${view} of ${authority}`;
    const [stop] = stops;
    if (stop !== undefined) {
      const says = `stopped at the event ${stop.id} (${stop.type}, position ${stop.position}): ${stop.error}`;
      return { about, state: 'fault', says };
    }
    if (error !== null) return { about, state: 'fault', says: `stopped: ${error.message}` };
    return lag === 0n
      ? { about, state: 'sound', says: 'level with the log' }
      : { about, state: 'warning', says: `${lag ?? 'an unknown number of'} events behind` };
  });
}

const LEVEL_WITHIN_MS = 10_000;
