import type { Connection } from '#postgres';
import type { Contestant } from './contestants/contestant.js';
import { openEmmett } from './contestants/emmett.js';
import { openNaive } from './contestants/naive.js';
import { openOurs } from './contestants/ours.js';
import type { HistoryPlan } from './history.js';
import type { Sample } from './measured-case.js';
import type { Order, Report } from './orders.js';
import { endSessions, openSessions } from './sessions.js';
import { appendBatches, appendOneByOne, loadStreams, makeStreams } from './turns.js';

/**
 * The process of one contestant: what it compiles, keeps in memory and sets up in the driver touches no other. (emmett, for
 * one, changes how the driver parses JSON for the whole process.) It ends when the bench does.
 */
const OPEN: Record<
  'ours' | 'naive' | 'emmett',
  (connection: Connection) => Contestant | Promise<Contestant>
> = { ours: openOurs, naive: openNaive, emmett: openEmmett };

let name = '';
let contestant: Contestant;
let streams: readonly string[] = [];

async function carryOut(order: Order): Promise<Sample | null> {
  switch (order.do) {
    case 'open':
      name = order.contestant;
      contestant = await OPEN[order.contestant](order.connection);
      return null;
    case 'rest':
      await endSessions(contestant.pool);
      return null;
    case 'append':
      await openSessions(contestant.pool, order.writers);
      return appendOneByOne(contestant, order.writers, order.seconds);
    case 'append-batches':
      return appendBatches(contestant, order.seconds);
    case 'make-streams':
      streams = await makeStreams(contestant);
      return null;
    case 'load':
      return loadStreams(contestant, streams, order.seconds);
    case 'take-in':
      await contestant.takeIn(order.plan, toldInTenths(order.plan));
      return null;
    case 'catch-up':
      return { rate: order.events / (await contestant.catchUp()), latencies: null };
  }
}

/** Says on stderr how far it is, ten times. */
function toldInTenths({ events }: HistoryPlan): (taken: number) => void {
  let tenths = 0;
  return (taken) => {
    if (Math.floor((taken * 10) / events) === tenths) return;
    tenths = Math.floor((taken * 10) / events);
    process.stderr.write(`${name}: ${taken.toLocaleString('en-GB')} events of a history are in\n`);
  };
}

process.on('message', (order: Order) => {
  const answer = (report: Report): void => void process.send?.(report);
  carryOut(order).then(
    (sample) => answer({ sample }),
    (error: unknown) =>
      answer({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  );
});
process.once('disconnect', () => process.exit());
// Ctrl-C is for the bench, which then lets go of us.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined);
