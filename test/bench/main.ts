import { writeFile } from 'node:fs/promises';
import { PostgresProblem } from '#postgres';
import { measureAll } from './measure-all.js';
import { openDatabase } from './database.js';
import { goalLines } from './goals.js';
import { machine, record } from './record.js';
import { resultRow } from './results.js';
import { BadArguments, parseSettings } from './settings.js';
import { resultTable } from './table.js';

const say = (line: string): void => void process.stderr.write(`${line}\n`);
const print = (lines: readonly string[]): void => void process.stdout.write(`${lines.join('\n')}\n`);

/** `npm run bench`. */
async function main(signal: AbortSignal): Promise<void> {
  const settings = parseSettings(process.argv.slice(2));
  const database = await openDatabase(process.env['DATABASE_URL']);
  try {
    say(machine(database.version));
    const measured = await measureAll({ settings, database, signal, say });
    print([resultTable(measured), '', ...goalLines(measured)]);
    if (settings.json !== null) {
      await writeFile(settings.json, `${JSON.stringify(measured.map(resultRow), null, 2)}\n`);
    }
    // A part of the cases, or of the contestants, is for whoever is at work on it, and no figure to keep.
    if (settings.complete) await record(measured, settings, database);
  } finally {
    await database.close();
  }
}

const stopping = new AbortController();
const stop = (): void => stopping.abort();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, stop);
process.once('disconnect', stop);

try {
  await main(stopping.signal);
} catch (error) {
  const inWords = error instanceof BadArguments || error instanceof PostgresProblem;
  if (!stopping.signal.aborted && !inWords) throw error;
  say(stopping.signal.aborted ? 'Ended before everything was measured.' : (error as Error).message);
  process.exitCode = 1;
} finally {
  if (process.connected) process.disconnect();
}
