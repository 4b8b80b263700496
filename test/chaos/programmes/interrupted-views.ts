import { setTimeout as pause } from 'node:timers/promises';
import type { EventLog } from '#event-log';
import { Projections, pause as pauseUnlessAborted } from '#projections';
import { VIEWS } from '#views';
import { recordOf } from '../look-at-record.js';
import type { Programme } from '../programme.js';
import { authorityOf } from '../seeded-append.js';
import { simulatedLog } from '../simulated-log.js';
import { programme } from '../simulated-programme.js';
import { endSessions } from '../strike.js';
import { Uniform } from '../uniform.js';

const SIZES = {
  short: { cases: 6, strikes: 20 },
  long: { cases: 40, strikes: 200 },
} as const;
const RUNNERS = 2;
/** Small, so that there are many moments between two pages. */
const PAGE = 5;
const TOGETHER = 25;

/** A simulated cycle is written down while two runners keep the views level and their sessions are ended at any moment. */
export const interruptedViews: Programme = {
  name: 'interrupted-views',
  claim:
    'Views whose runners, two at once, lose their sessions at any moment come to the rows that a rebuild from the log makes.',
  async run({ connection, doors, log, views: store, patience }, { seed, size }) {
    const { cases, strikes } = SIZES[size];
    const authority = authorityOf('interrupted-views', seed);
    const history = await recordOf(await simulatedLog({ ...programme(seed, cases), authority }), authority);
    const random = new Uniform(seed);
    const runners = Array.from(
      { length: RUNNERS },
      () =>
        new Projections({
          ...{ log: onlyOf(authority, log), store, views: VIEWS, pageSize: PAGE, discoverEvery: 5 },
          now: () => new Date(),
          pause: (milliseconds, signal) => pauseUnlessAborted(Math.min(milliseconds, 5), signal),
          report: () => undefined,
        }),
    );
    const stop = new AbortController();
    const running = runners.map((runner) => runner.run(stop.signal));
    const writing = (async () => {
      for (let at = 0; at < history.length; at += TOGETHER) {
        const appends = history.slice(at, at + TOGETHER).map((event) => {
          const command = { id: event.header.id, digest: event.header.facts };
          return doors[0]!.append({ stream: event.header.stream, events: [event], expect: 'any', command });
        });
        await Promise.all(appends);
      }
    })();
    const end = endSessions(connection, 'touchstone_project');
    let struck = 0;
    while (struck < strikes) {
      if (await end.strike()) struck += 1;
      await pause(random.below(20));
    }
    await writing;

    const findings: string[] = [];
    const head = await log.head(authority);
    const [runner] = runners as [Projections];
    for (const { name } of VIEWS) {
      if (!(await runner.waitForPosition(name, authority, head, patience))) {
        findings.push(`${name} does not get to the end of the log`);
        continue;
      }
      const kept = await runner.digest(name, authority);
      await runner.rebuild(name, { authority });
      const rebuilt = await runner.digest(name, authority);
      if (kept.digest !== rebuilt.digest)
        findings.push(`${name} has ${kept.rows} rows that are not the ${rebuilt.rows} of a rebuild`);
    }
    stop.abort();
    await Promise.all(running);
    return {
      findings,
      did: `${history.length} events into ${VIEWS.length} views, sessions ended ${struck} times`,
    };
  },
};

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
