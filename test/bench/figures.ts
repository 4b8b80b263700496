import {
  gradesOfCycles,
  gradingDistributionView,
  type FigureAnswer,
  type GradesOfCycles,
  type ViewReader,
} from '#views';
import { sha256Hex } from '#event-log';
import { Chance } from './chance.js';
import { openReader, takeInto } from './contestants/our-views.js';
import type { FigureAnswers } from './figure-answers.js';
import type { Bench, Field } from './field.js';
import { historyInRounds } from './history.js';
import type { MeasuredCase } from './measured-case.js';

const AUTHORITY = 'figures';
const SEED = 3;
const CASES_IN_A_CYCLE = 200;
/** Questions that nobody counts: plans are made, code is compiled. */
const WARM_UPS = 20;

/** The whole figure of the grades of a cycle of 200 cases, from a long log, as it is now and as it was. Nobody else has such a thing. */
export async function measureFigures(bench: Bench, { contestants }: Field): Promise<MeasuredCase> {
  const { settings, database, say } = bench;
  const [events, questions] = settings.quick ? [100_000, 200] : [1_000_000, 1_000];
  const about = { name: 'figures', unit: 'answers/s' } as const;
  const ours = contestants.find(({ name }) => name === 'ours');
  if (ours === undefined) return { ...about, samples: {} };
  const plan = { seed: SEED, events, actions: true, auditsInACycle: CASES_IN_A_CYCLE };
  say(`${about.name}: ours takes in ${events.toLocaleString('en-GB')} events`);
  await ours.prepare({ do: 'take-in', plan: { authority: AUTHORITY, ...plan } });
  await ours.prepare({ do: 'rest' });
  say(`${about.name}: ours works out their rows`);
  const { from, to } = await takeInto(database.connection, AUTHORITY, gradingDistributionView);
  const answers = await asked(bench, cyclesOf(plan), questions, [from, to]);
  const all = [...answers.live, ...answers.past];
  const seconds = all.reduce((sum, one) => sum + one, 0) / 1000;
  return { ...about, samples: { ours: [{ rate: all.length / seconds, latencies: all }] }, figures: answers };
}

/** The cycles of the history whose audits are all in it: those of the last may still be to come. */
function cyclesOf(plan: Parameters<typeof historyInRounds>[0]): readonly string[] {
  const cycles = new Set<string>();
  for (const round of historyInRounds(plan))
    for (const { kind, id } of round) if (kind === 'cycle') cycles.add(id);
  return [...cycles].slice(0, -1);
}

async function asked(
  { database, signal }: Bench,
  cycles: readonly string[],
  questions: number,
  [from, to]: readonly [from: number, to: number],
): Promise<FigureAnswers> {
  const { reader, close } = await openReader(database.connection);
  const chance = new Chance(SEED);
  const past = (): string =>
    new Date(from + Math.floor(((to - from) * chance.below(1000)) / 1000)).toISOString();
  const timesOf = async (asOf: () => string | undefined): Promise<readonly number[]> => {
    const times: number[] = [];
    for (let n = 0; n < WARM_UPS + questions && !signal.aborted; n += 1) {
      const started = performance.now();
      await ask(reader, chance.one(cycles), asOf());
      if (n >= WARM_UPS) times.push(performance.now() - started);
    }
    return times;
  };
  try {
    return { live: await timesOf(() => undefined), past: await timesOf(past) };
  } finally {
    await close();
  }
}

/** A cycle that was not planned yet at the moment has an answer, too: that there is none. */
const ask = (
  reader: ViewReader,
  cycle: string,
  asOf: string | undefined,
): Promise<FigureAnswer<GradesOfCycles>> =>
  gradesOfCycles(reader, { authority: AUTHORITY, cycle, stage: 'final', asOf }, sha256Hex);
