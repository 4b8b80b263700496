import type { Bench, Field } from './field.js';
import type { ContestantAtWork } from './contestant-at-work.js';
import type { Pgbench } from './contestants/pgbench.js';
import type { HistoryPlan } from './history.js';
import type { BenchCase, Sample, Turns } from './measured-case.js';
import type { Order } from './orders.js';
import type { CaseName } from './settings.js';

/** Sessions that are not for pgbench's clients. */
const SESSIONS_LEFT = 20;

/** Sets a case up, in every contestant that can do it. */
export async function benchCase(
  bench: Bench,
  field: Field,
  name: Exclude<CaseName, 'rebuild-1m' | 'figures'>,
): Promise<BenchCase> {
  const { quick } = bench.settings;
  const seconds = quick ? 1 : 2;
  const rounds = quick ? 5 : 11;
  switch (name) {
    case 'append-1':
    case 'append-8':
    case 'append-32':
    case 'append-256': {
      const writers = Number(name.split('-')[1]);
      const { turns } = measuring(field, { do: 'append', writers, seconds });
      if (field.pgbench !== null && writers + SESSIONS_LEFT <= bench.database.maxConnections)
        turns.pgbench = pgbenchTurn(field, field.pgbench, writers, seconds);
      return { name, unit: 'events/s', rounds, warmUps: 1, turns };
    }
    case 'batch-100':
      return {
        name,
        unit: 'events/s',
        rounds,
        warmUps: 1,
        ...measuring(field, { do: 'append-batches', seconds }),
      };
    case 'load-50':
      for (const contestant of field.contestants) await contestant.prepare({ do: 'make-streams' });
      return { name, unit: 'loads/s', rounds, warmUps: 1, ...measuring(field, { do: 'load', seconds }) };
    case 'catch-up': {
      const events = quick ? 20_000 : 200_000;
      const plan: HistoryPlan = { authority: 'catch-up', seed: 1, events, actions: false };
      for (const contestant of field.contestants) {
        bench.say(`${name}: ${contestant.name} takes in ${events.toLocaleString('en-GB')} events`);
        await contestant.prepare({ do: 'take-in', plan });
      }
      const about = { name, unit: 'events/s', rounds: 3, warmUps: 0 };
      return { ...about, ...measuring(field, { do: 'catch-up', events }) };
    }
  }
}

/** The sessions of the others would leave it too few. */
function pgbenchTurn(
  { contestants }: Field,
  pgbench: Pgbench,
  writers: number,
  seconds: number,
): () => Promise<Sample> {
  return async () => {
    for (const contestant of contestants) await contestant.prepare({ do: 'rest' });
    return pgbench.append(writers, seconds);
  };
}

function measuring({ contestants }: Field, order: Order): { turns: Turns } {
  return {
    turns: Object.fromEntries(
      contestants.map((contestant: ContestantAtWork) => [
        contestant.name,
        (): Promise<Sample> => contestant.measure(order),
      ]),
    ),
  };
}
