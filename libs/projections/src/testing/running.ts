import { setImmediate } from 'node:timers/promises';
import { afterEach } from '@jest/globals';
import type { EventLog } from '#event-log';
import { VIEWS, type View } from '#views';
import { Projections, type ProjectionsOptions } from '../projections.js';
import type { ViewStore } from '../view-store.js';

export interface Running {
  readonly projections: Projections;
  /** What was reported. */
  readonly reports: readonly string[];
  /** How long each wait after a failure was meant to be, in milliseconds. */
  readonly waits: readonly number[];
  readonly stop: () => Promise<void>;
}

/** What a test that failed has left at work would keep the next ones from getting on. */
const atWork = new Set<AbortController>();
afterEach(() => {
  for (const stopping of atWork) stopping.abort();
  atWork.clear();
});

/** Projections at work, which never wait: every pause ends with the next turn of the event loop. */
export function running(
  log: EventLog,
  store: ViewStore,
  { views = VIEWS, ...options }: Partial<ProjectionsOptions> & { views?: readonly View[] } = {},
): Running {
  const stopping = new AbortController();
  atWork.add(stopping);
  const reports: string[] = [];
  const waits: number[] = [];
  const projections = new Projections({
    log,
    store,
    views,
    now: () => new Date('2021-07-01T00:00:00.000Z'),
    pause: async (milliseconds) => {
      waits.push(milliseconds);
      await setImmediate();
    },
    report: (line) => reports.push(line),
    pageSize: 10,
    discoverEvery: 0,
    ...options,
  });
  const run = projections.run(stopping.signal);
  return {
    projections,
    reports,
    waits,
    stop: () => {
      stopping.abort();
      return run;
    },
  };
}

/** Lets everything else have a turn until the condition holds. A test that never gets there ends by its time limit. */
export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await setImmediate();
}
