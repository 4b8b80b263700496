import { setTimeout as pause } from 'node:timers/promises';
import type { EventLog, RecordedEvent } from '#event-log';
import { Projections, pause as pauseUnlessAborted } from '#projections';
import { VIEWS } from '#views';
import type { Door } from '../ground.js';
import { recordOf } from '../look-at-record.js';
import type { Programme } from '../programme.js';
import { authorityOf } from '../seeded-append.js';
import { simulatedLog } from '../simulated-log.js';
import { programme } from '../simulated-programme.js';
import { endSessions } from '../strike.js';
import { untilThere } from '../until-there.js';
import { Uniform } from '../uniform.js';

const SIZES = {
  short: { cases: 6, strikes: 12 },
  long: { cases: 40, strikes: 200 },
} as const;
/** Small, so that there are many moments between two pages. */
const PAGE = 5;
const TOGETHER = 25;
const UNLIKE = 'not what a rebuild makes';

/** A simulated cycle is written down while two runners keep the views level and their sessions are ended at any moment. */
export const interruptedViews: Programme = {
  name: 'interrupted-views',
  claim:
    'Views whose runners, two at once, lose their sessions at any moment come to the rows that a rebuild from the log makes.',
  async run({ connection, doors, log, views: store, leases, patience }, { seed, size }) {
    const { cases, strikes } = SIZES[size];
    const authority = authorityOf('interrupted-views', seed);
    const history = await recordOf(await simulatedLog({ ...programme(seed, cases), authority }), authority);
    const random = new Uniform(seed);
    const runners = leases.map(
      (own) =>
        new Projections({
          leases: own,
          ...{ log: onlyOf(authority, log), store, views: VIEWS, pageSize: PAGE, discoverEvery: 5 },
          now: () => new Date(),
          pause: (milliseconds, signal) => pauseUnlessAborted(Math.min(milliseconds, 5), signal),
          report: () => undefined,
        }),
    );
    const stop = new AbortController();
    const running = runners.map((runner) => runner.run(stop.signal));
    const end = endSessions(connection, 'touchstone_project');
    const findings: string[] = [];
    let struck = 0;
    try {
      const writing = copy(history, doors[0]!);
      while (struck < strikes) {
        if (await end.strike()) struck += 1;
        await pause(random.below(20));
      }
      await writing;
      const head = await log.head(authority);
      const looks = VIEWS.map(({ name }) => look(runners[0]!, { name, authority, head, patience }));
      findings.push(...(await Promise.all(looks)).flat());
    } finally {
      stop.abort();
      await Promise.all(running);
    }
    return {
      findings,
      did: { events: history.length, 'sessions ended': struck },
    };
  },
};

/** A few events at a time, in order. */
async function copy(history: readonly RecordedEvent[], door: Door): Promise<void> {
  for (let at = 0; at < history.length; at += TOGETHER) {
    const appends = history.slice(at, at + TOGETHER).map((event) => {
      const command = { id: event.header.id, digest: event.header.facts };
      return door.append({ stream: event.header.stream, events: [event], expect: 'any', command });
    });
    await Promise.all(appends);
  }
}

interface Look {
  readonly name: string;
  readonly authority: string;
  readonly head: bigint;
  readonly patience: number;
}

/** A session that the last strike ended may still be handed out: then it is asked again. */
async function look(runner: Projections, { name, authority, head, patience }: Look): Promise<string[]> {
  const level = await untilThere(patience, () => runner.waitForPosition(name, authority, head, patience));
  if (!level) return [`${name} is ${UNLIKE}: it does not get to the end of the log`];
  const kept = await untilThere(patience, () => runner.digest(name, authority));
  await untilThere(patience, () => runner.rebuild(name, { authority }));
  const rebuilt = await untilThere(patience, () => runner.digest(name, authority));
  if (kept.digest === rebuilt.digest) return [];
  return [`${name} is ${UNLIKE}: ${kept.rows} rows against ${rebuilt.rows}`];
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
