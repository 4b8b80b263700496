import type { BenchDatabase } from './database.js';
import { measureInRounds } from './rounds.js';
import type { BenchCase, ContestantName, MeasuredCase, Sample } from './measured-case.js';
import type { EventStore } from './event-store.js';
import { emmettAsEventStore, openEmmettStore } from './emmett.js';
import { openNaive } from './naive.js';
import { openOurs } from './ours.js';
import type { BenchSettings, CaseName } from './settings.js';
import { appendAlone, appendBatches, loading } from './store-cases.js';

export interface Bench {
  readonly settings: BenchSettings;
  readonly database: BenchDatabase;
  readonly signal: AbortSignal;
  /** Told in a line what was just done. */
  readonly say: (line: string) => void;
}

/** Measures every case that was asked for, one after the other. */
export async function measureAll(bench: Bench): Promise<readonly MeasuredCase[]> {
  const stores = await openStores(bench);
  try {
    const measured: MeasuredCase[] = [];
    for (const name of bench.settings.cases) {
      measured.push(await measureInRounds(await storeCase(bench, stores, name), bench));
    }
    return measured;
  } finally {
    for (const store of Object.values(stores)) await store.close();
  }
}

type Stores = Partial<Record<ContestantName, EventStore>>;

async function openStores({ settings, database: { connection } }: Bench): Promise<Stores> {
  const wanted = (name: ContestantName): boolean => settings.contestants.includes(name);
  return {
    ...(wanted('ours') ? { ours: openOurs(connection) } : {}),
    ...(wanted('naive') ? { naive: await openNaive(connection) } : {}),
    ...(wanted('emmett') ? { emmett: emmettAsEventStore(await openEmmettStore(connection)) } : {}),
  };
}

async function storeCase({ settings }: Bench, stores: Stores, name: CaseName): Promise<BenchCase> {
  const seconds = settings.quick ? 1 : 2;
  const about = { name, rounds: settings.quick ? 5 : 11, warmUps: 1 };
  const turns: Partial<Record<ContestantName, () => Promise<Sample>>> = {};
  for (const [contestant, store] of Object.entries(stores) as [ContestantName, EventStore][]) {
    turns[contestant] = await turnOf(name, store, seconds);
  }
  return { ...about, unit: unitOf(name), turns };
}

async function turnOf(name: CaseName, store: EventStore, seconds: number): Promise<() => Promise<Sample>> {
  switch (name) {
    case 'append-1':
    case 'append-8':
    case 'append-32':
    case 'append-256': {
      const writers = Number(name.split('-')[1]);
      return () => appendAlone(store, writers, seconds);
    }
    case 'batch-100':
      return () => appendBatches(store, seconds);
    case 'load-50':
      return loading(store, seconds);
  }
}

const unitOf = (name: CaseName): string => (name === 'load-50' ? 'loads/s' : 'events/s');
