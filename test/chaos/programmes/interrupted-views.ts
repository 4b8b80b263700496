import { setTimeout as pause } from 'node:timers/promises';
import type { EventLog, RecordedEvent } from '#event-log';
import { MemoryViewStore, Projections, pause as pauseUnlessAborted, type ViewStore } from '#projections';
import { VIEWS } from '#views';
import type { Door } from '../ground/ground.js';
import { recordOf } from '../record/look-at-record.js';
import { lookAtRebuilds, lookAtViews, type Look } from '../record/look-at-views.js';
import type { Programme } from './programme.js';
import { authorityOf } from '../seeded-append.js';
import { simulatedLog } from '../crash/simulated-log.js';
import { programme } from '../crash/simulated-programme.js';
import { endSessions } from '../fire/strike.js';
import { Uniform } from '../uniform.js';

const SIZES = {
  short: { cases: 6, legs: 6 },
  long: { cases: 40, legs: 100 },
} as const;
/** Small, so that there are many moments between two batches. */
const PAGE = 5;
/** Strikes in a leg, at most: the later ones meet runners that are getting up again. */
const STRIKES = 3;

/**
 * A simulated cycle is written down leg by leg while two runners keep the views level. In each leg their sessions are ended, the first time
 * when a batch is just being applied; then the views get level, and each is compared with one that is made in memory from the same log.
 */
export const interruptedViews: Programme = {
  name: 'interrupted-views',
  claim:
    'Views whose runners, two at once, lose their sessions at any moment come each time to the rows that a rebuild from the log makes.',
  async run({ connection, doors, log, views, leases, patience }, { seed, size }) {
    const { cases, legs } = SIZES[size];
    const authority = authorityOf('interrupted-views', seed);
    const history = await recordOf(await simulatedLog({ ...programme(seed, cases), authority }), authority);
    const random = new Uniform(seed);
    const batches = new Batches(views);
    const through = (store: ViewStore, own = {}): Projections =>
      new Projections({
        ...{ ...own, log: onlyOf(authority, log), store, views: VIEWS, pageSize: PAGE, discoverEvery: 5 },
        now: () => new Date(),
        pause: (milliseconds, signal) => pauseUnlessAborted(Math.min(milliseconds, 5), signal),
        report: () => undefined,
      });
    const runners = leases.map((own) => through(batches.watched, { leases: own }));
    const stop = new AbortController();
    const running = runners.map((runner) => runner.run(stop.signal));
    const end = endSessions(connection, 'touchstone_project');
    const look: Look = {
      runner: runners[0]!,
      authority,
      patience,
      anew: () => through(new MemoryViewStore()),
    };
    const findings: string[] = [];
    let [struck, compared] = [0, 0];
    try {
      for (let leg = 0; leg < legs && findings.length === 0; leg++) {
        // Every view has to apply a batch in every leg. One that stands still instead is found by the look.
        const underWay = batches.next(1 + random.below(VIEWS.length));
        const [from, to] = [leg, leg + 1].map((n) => Math.floor((history.length * n) / legs));
        const writing = copy(history.slice(from, to), doors[0]!);
        await Promise.race([underWay, pause(patience, undefined, { ref: false })]);
        for (let strikes = 1 + random.below(STRIKES); strikes > 0; strikes--) {
          if (await end.strike()) struck += 1;
          await pause(random.below(20));
        }
        await writing;
        findings.push(...(await lookAtViews(look, await log.head(authority))));
        compared += VIEWS.length;
      }
      findings.push(...(await lookAtRebuilds(look)));
    } finally {
      stop.abort();
      await Promise.all(running);
    }
    return {
      findings,
      did: { events: history.length, 'sessions ended': struck, 'views compared': compared },
    };
  },
};

/** Notices every batch that is about to be applied. */
class Batches {
  readonly watched: ViewStore;
  private left = 0;
  private come = (): void => undefined;

  constructor(store: ViewStore) {
    const apply: ViewStore['apply'] = (batch) => {
      this.left -= 1;
      if (this.left === 0) this.come();
      return store.apply(batch);
    };
    this.watched = Object.assign(Object.create(store) as ViewStore, { apply });
  }

  /** Waits for so many batches from now on. */
  next(count: number): Promise<void> {
    this.left = count;
    return new Promise((resolve) => (this.come = resolve));
  }
}

/** All at once, in order. */
async function copy(history: readonly RecordedEvent[], door: Door): Promise<void> {
  const appends = history.map((event) => {
    const command = { id: event.header.id, digest: event.header.facts };
    return door.append({ stream: event.header.stream, events: [event], expect: 'any', command });
  });
  await Promise.all(appends);
}

/** The log as if it held one authority only: the events of other programmes mean nothing to any view. */
const onlyOf = (authority: string, log: EventLog): EventLog => ({
  capabilities: log.capabilities,
  append: (append) => log.append(append),
  findCommand: (...of) => log.findCommand(...of),
  readStream: (...of) => log.readStream(...of),
  readAll: (...of) => log.readAll(...of),
  follow: (...of) => log.follow(...of),
  head: (of) => log.head(of),
  authorities: async () => [authority],
});
