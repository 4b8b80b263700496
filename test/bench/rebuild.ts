import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { PROFILE, type Bench, type Field } from './field.js';
import type { MeasuredCase } from './measured-case.js';
import { ratesByTenth } from './rebuild-figures.js';
import type { RebuildOrder, RebuildReport } from './rebuild-process.js';

const PROGRAM = fileURLToPath(new URL('./rebuild-process.js', import.meta.url));
/** Of the checkout, where the launcher of the product is; seen from `dist`. */
const LAUNCHED_BY = new URL('../../../apps/touchstone/launch/product.mjs', import.meta.url).href;
const AUTHORITY = 'rebuild';

/** Every view of ours made anew over a long log, once, in a process that does nothing else. Nobody else has such a thing. */
export async function measureRebuild(bench: Bench, { contestants }: Field): Promise<MeasuredCase> {
  const { settings, database, say } = bench;
  const events = settings.quick ? 100_000 : 1_000_000;
  const about = { name: 'rebuild-1m', unit: 'events/s' } as const;
  const ours = contestants.find(({ name }) => name === 'ours');
  if (ours === undefined) return { ...about, samples: {} };
  say(`${about.name}: ours takes in ${events.toLocaleString('en-GB')} events`);
  await ours.prepare({ do: 'take-in', plan: { authority: AUTHORITY, seed: 2, events, actions: true } });
  // What it needed for that should not share the machine with the rebuild.
  await ours.prepare({ do: 'rest' });
  const { marks, peakRssBytes } = await rebuilt(bench, {
    connection: database.connection,
    authority: AUTHORITY,
  });
  const rates = ratesByTenth(marks, events);
  const seconds = rates.reduce((sum, rate) => sum + events / 10 / rate, 0);
  return {
    ...about,
    samples: { ours: [{ rate: events / seconds, latencies: null }] },
    rebuild: { ratesByTenth: rates, peakRssMegabytes: peakRssBytes / 1e6 },
  };
}

/** What the product's launcher tells Node for these words, so that the memory measured is that of the product. */
async function asLaunched(words: readonly string[]): Promise<readonly string[]> {
  const launcher = (await import(LAUNCHED_BY)) as {
    readonly nodeArguments: (words: readonly string[]) => readonly string[];
  };
  return launcher.nodeArguments(words);
}

type Finished = Extract<RebuildReport, { readonly marks: unknown }>;

async function rebuilt({ settings, signal, say }: Bench, order: RebuildOrder): Promise<Finished> {
  const profile = settings.profile ? PROFILE : [];
  const execArgv = [...(await asLaunched(['views', 'rebuild'])), ...profile];
  const child = fork(PROGRAM, { execArgv, serialization: 'advanced' });
  const ended = once(child, 'exit');
  const letGo = (): void => {
    if (child.connected) child.disconnect();
  };
  signal.addEventListener('abort', letGo);
  try {
    return await new Promise<Finished>((resolve, reject) => {
      child.on('message', (report: RebuildReport) => {
        if ('view' in report) say(`rebuild-1m: ${report.view} is rebuilt`);
        else if ('error' in report) reject(new Error(`The rebuild failed: ${report.error}`));
        else resolve(report);
      });
      child.on('exit', () => reject(new Error('The process that rebuilds ended early')));
      child.send(order);
    });
  } finally {
    letGo();
    await ended;
  }
}
