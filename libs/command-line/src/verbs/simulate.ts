import { upcast, type AuthorityEvent, type Refusal } from '#audit-cycle';
import { authorityStreamId } from '#authority-setup';
import { factsOf, streamName } from '#event-log';
import { simulate } from '#simulation';
import { VIEWS } from '#views';
import { EXIT, type ExitCode } from '../exit-code.js';
import { ProgressBar } from '../progress-bar.js';
import { count, print, printRefusal } from '../report.js';
import type { Surroundings, Touchstone } from '../touchstone.js';
import { happenings, inWords } from './what-happened.js';

export interface SimulateOptions {
  readonly cases: number;
  readonly cycles: number;
  readonly seed: number;
  readonly authority?: string;
  readonly json: boolean;
}

/** The views follow while people work; what is left at the end is little. */
const LEVEL_WITHIN_MS = 300_000;

/** `simulate`: whole cycles through the real command path. Interrupted, the same words go on where it was. */
export async function simulateCycles(
  touchstone: Touchstone,
  around: Surroundings,
  { cases, cycles, seed, authority = `simulation-${seed}-${cycles}x${cases}`, json }: SimulateOptions,
  stop: AbortSignal,
): Promise<ExitCode> {
  const name = `Simulation ${seed}`;
  if (await isOther(touchstone, authority, name)) return printRefusal(around, json, taken(authority));
  const started = performance.now();
  const bar = new ProgressBar(around, 'Simulating');
  const summary = await simulate(
    { authority, name, cases, cycles, seed, drawSeed: 'from-seed', signal: stop },
    { ...touchstone.simulation, progress: ({ step, done, known }) => bar.at(done, known, step) },
  );
  bar.end();
  const worked = performance.now();
  const head = await touchstone.log.head(authority);
  for (const { name } of VIEWS) {
    if (!(await touchstone.projections.waitForPosition(name, authority, head, LEVEL_WITHIN_MS))) {
      around.err(`The view ${name} has not caught up; "views list" says why\n`);
      return EXIT.failed;
    }
  }
  const seconds = {
    working: secondsFrom(started, worked),
    viewsLevelAfter: secondsFrom(worked, performance.now()),
  };
  const happened = happenings(summary);
  const refused = Object.values(summary.refusals).reduce((sum, n) => sum + n, 0);
  print(around, json, { ...summary, happened, events: head, seconds }, [
    `${cycles} ${cycles === 1 ? 'cycle' : 'cycles'} of ${count(cases)} cases, and ${summary.cycles.length - cycles} of other kinds, in the authority ${authority}, whose clock is simulated`,
    ...summary.cycles.map(({ id, title }) => `  ${id}  ${title}`),
    `${inWords(happened)}; ${count(refused)} things tried that are not allowed, and refused`,
    `${count(summary.people)} people, ${count(head)} events in ${seconds.working} s; views level ${seconds.viewsLevelAfter} s later`,
  ]);
  return EXIT.done;
}

/** Whether the authority is there and was begun as anything else than the simulation of this seed. */
async function isOther({ log }: Touchstone, authority: string, name: string): Promise<boolean> {
  const [first] = await log.readStream(streamName(authority, 'authority', authorityStreamId(authority)));
  if (first === undefined) return false;
  const { type, schema } = first.header;
  const registered = upcast(type, schema, { facts: factsOf(first) }).facts as AuthorityEvent['facts'];
  return registered.clock !== 'simulated' || registered.name !== name;
}

const taken = (authority: string): Refusal => ({
  code: 'authority-taken',
  message: `The authority ${authority} is there already and is not the simulation of this seed. Name another one with --authority.`,
});

const secondsFrom = (from: number, to: number): number => Number(((to - from) / 1000).toFixed(1));
