import { startContestant, type ContestantAtWork } from './contestant-at-work.js';
import { findPgbench, type Pgbench } from './contestants/pgbench.js';
import type { BenchDatabase } from './database.js';
import { CONTESTANTS } from './measured-case.js';
import type { BenchSettings } from './settings.js';

/** What one run of the bench goes by. */
export interface Bench {
  readonly settings: BenchSettings;
  readonly database: BenchDatabase;
  readonly signal: AbortSignal;
  /** Told in a line what was just done. */
  readonly say: (line: string) => void;
}

/** Those who take part in it. */
export interface Field {
  readonly contestants: readonly ContestantAtWork[];
  /** Null where it is not installed or not wanted. */
  readonly pgbench: Pgbench | null;
}

/** For the processes of ours when a profile is wanted: where Node writes what took the processor's time, as they end. */
export const PROFILE = ['--cpu-prof', '--cpu-prof-dir=reports/bench'] as const;

/** Starts the contestants that were asked for, lets them work, and lets go of them. */
export async function withField<T>(bench: Bench, work: (field: Field) => Promise<T>): Promise<T> {
  const contestants: ContestantAtWork[] = [];
  let pgbench: Pgbench | null = null;
  try {
    for (const name of CONTESTANTS) {
      if (!bench.settings.contestants.includes(name)) continue;
      if (name === 'pgbench') pgbench = await enterPgbench(bench);
      else contestants.push(await enter(bench, name));
    }
    return await work({ contestants, pgbench });
  } finally {
    for (const contestant of contestants) await contestant.end();
    await pgbench?.close();
  }
}

const enter = (
  { settings, database, signal }: Bench,
  name: ContestantAtWork['name'],
): Promise<ContestantAtWork> =>
  startContestant(name, database.connection, {
    nodeArguments: settings.profile && name === 'ours' ? PROFILE : [],
    signal,
  });

async function enterPgbench({ database, say }: Bench): Promise<Pgbench | null> {
  const pgbench = await findPgbench(database.connection);
  if (pgbench === null) say('pgbench is not installed (Debian: postgresql-contrib), so it is not measured.');
  return pgbench;
}
