import { readFile, writeFile } from 'node:fs/promises';
import { availableParallelism, cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import type { BenchDatabase } from './database.js';
import type { MeasuredCase } from './measured-case.js';
import { lastToFirst } from './rebuild-figures.js';
import { figureTimes, resultRow } from './results.js';
import { CASES, type BenchSettings } from './settings.js';

const FILE = fileURLToPath(new URL('../../../docs/benchmarks.md', import.meta.url));

/** Appends a line to the table in docs/benchmarks.md: ratios to naive, emmett and pgbench by case, and the machine. */
export async function record(
  measured: readonly MeasuredCase[],
  { quick }: BenchSettings,
  { version }: BenchDatabase,
): Promise<void> {
  const today = new Date().toISOString().slice(0, 10);
  const cells = CASES.map((name) => cellOf(measured.find((one) => one.name === name)));
  const row = [today, quick ? 'quick' : 'full', ...cells, machine(version)];
  const text = `${await readFile(FILE, 'utf8')}| ${row.join(' | ')} |\n`;
  await writeFile(FILE, await format(text, { ...(await resolveConfig(FILE)), filepath: FILE }));
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
  if (measured.figures !== undefined) {
    const { liveP95, pastP95 } = figureTimes(measured.figures);
    return `${liveP95.toFixed(1)} / ${pastP95.toFixed(1)} ms`;
  }
  const { ratioToNaive, ratioToEmmett, ratioToPgbench } = resultRow(measured);
  return [ratioToNaive, ratioToEmmett, ratioToPgbench]
    .map((ratio) => (ratio === null ? '-' : ratio.toFixed(2)))
    .join(' / ');
}
