import { startContestant, type ContestantAtWork } from './contestant-at-work.js';
import { benchCase } from './cases.js';
import { findPgbench, type Pgbench } from './contestants/pgbench.js';
import type { BenchDatabase } from './database.js';
import { CONTESTANTS, type MeasuredCase } from './measured-case.js';
import { measureInRounds } from './rounds.js';
import type { BenchSettings } from './settings.js';

export interface Bench {
  readonly settings: BenchSettings;
  readonly database: BenchDatabase;
  readonly signal: AbortSignal;
  /** Told in a line what was just done. */
  readonly say: (line: string) => void;
}

/** Those who take part in this run. */
export interface Field {
  readonly contestants: readonly ContestantAtWork[];
  /** Null where it is not installed or not wanted. */
  readonly pgbench: Pgbench | null;
}

/** Measures every case that was asked for, one after the other. */
export async function measureAll(bench: Bench): Promise<readonly MeasuredCase[]> {
  const contestants: ContestantAtWork[] = [];
  let pgbench: Pgbench | null = null;
  try {
    for (const name of CONTESTANTS) {
      if (!bench.settings.contestants.includes(name)) continue;
      if (name === 'pgbench') pgbench = await enterPgbench(bench);
      else contestants.push(await enter(bench, name));
    }
    const measured: MeasuredCase[] = [];
    for (const name of bench.settings.cases) {
      measured.push(await measureInRounds(await benchCase(bench, { contestants, pgbench }, name), bench));
    }
    return measured;
  } finally {
    for (const contestant of contestants) await contestant.end();
    await pgbench?.close();
  }
}

function enter(
  { settings, database, signal }: Bench,
  name: ContestantAtWork['name'],
): Promise<ContestantAtWork> {
  const profiled = settings.profile && name === 'ours';
  const nodeArguments = profiled ? ['--cpu-prof', '--cpu-prof-dir=reports/bench'] : [];
  return startContestant(name, database.connection, { nodeArguments, signal });
}

async function enterPgbench({ database, say }: Bench): Promise<Pgbench | null> {
  const pgbench = await findPgbench(database.connection);
  if (pgbench === null) say('pgbench is not installed (Debian: postgresql-contrib), so it is not measured.');
  return pgbench;
}
