import { appendFile } from 'node:fs/promises';
import { availableParallelism, cpus } from 'node:os';
import type { BenchDatabase } from './database.js';
import type { MeasuredCase } from './measured-case.js';
import { lastToFirst } from './rebuild-figures.js';
import { resultRow } from './results.js';
import { CASES, type BenchSettings } from './settings.js';

const FILE = new URL('../../../docs/benchmarks.md', import.meta.url);

/** Appends a line to docs/benchmarks.md: ratios to naive, emmett and pgbench by case, and the machine. */
export async function record(
  measured: readonly MeasuredCase[],
  { quick }: BenchSettings,
  { version }: BenchDatabase,
): Promise<void> {
  const today = new Date().toISOString().slice(0, 10);
  const cells = CASES.map((name) => cellOf(measured.find((one) => one.name === name)));
  const row = [today, quick ? 'quick' : 'full', ...cells, machine(version)];
  await appendFile(FILE, `| ${row.join(' | ')} |\n`);
}

export const machine = (postgresVersion: string): string =>
  `${availableParallelism()} x ${cpus()[0]?.model.trim() ?? 'unknown'}, Node ${process.versions.node}, PostgreSQL ${postgresVersion}`;

function cellOf(measured: MeasuredCase | undefined): string {
  if (measured === undefined) return '-';
  if (measured.rebuild !== undefined) {
    const { rebuild } = measured;
    const rate = Math.round(resultRow(measured).ours!).toLocaleString('en-GB');
    return `${rate}/s, ${lastToFirst(rebuild).toFixed(2)}, ${Math.round(rebuild.peakRssMegabytes)} MB`;
  }
  const { ratioToNaive, ratioToEmmett, ratioToPgbench } = resultRow(measured);
  return [ratioToNaive, ratioToEmmett, ratioToPgbench]
    .map((ratio) => (ratio === null ? '-' : ratio.toFixed(2)))
    .join(' / ');
}
