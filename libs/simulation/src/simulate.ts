import { addDays, addMonths, type AuthorityId, type Instant, type IsoDate } from '#audit-cycle';
import { Chance } from './chance.js';
import { cyclesBeside } from './cycles-beside.js';
import { bimonthly } from './cycle-plan.js';
import { makeUpPeople } from './people/make-up-people.js';
import { populationFor, type PopulationSize } from './population/population-size.js';
import type { SimulationPorts } from './ports.js';
import { liveThrough, type LivedThrough } from './running/programme.js';
import { StepMaker } from './running/step-maker.js';
import { DEFAULT_SHARES, type Shares } from './shares.js';
import { momentOf } from './working-time.js';

export interface SimulationOptions {
  readonly authority: AuthorityId;
  /** As people call the authority. */
  readonly name: string;
  /** Cases that each cycle draws, at least 1. */
  readonly cases: number;
  /** Core audits of two months each, at least 1. Smaller cycles of other kinds are held beside them. */
  readonly cycles: number;
  /** A whole number; the same one means the same people doing the same things. */
  readonly seed: number;
  /** Left out, as many open cases for each audited one as an authority of middling size has. */
  readonly population?: PopulationSize;
  /** First day of the first period; the first of January 2024 when left out. */
  readonly firstPeriodFrom?: IsoDate;
  /** Stops in the middle of the last cycle. */
  readonly leaveLastRunning?: boolean;
  /** Stops at this moment: what would happen later has not happened yet. */
  readonly until?: Instant;
  /** `from-seed`: everything can be repeated. `server`: the sample is drawn as for real. */
  readonly drawSeed: 'server' | 'from-seed';
  /** How often everything happens; left out, as in an authority. */
  readonly shares?: Shares;
  /** Aborted, it stops after what is under way. */
  readonly signal?: AbortSignal;
}

export interface SimulationSummary extends LivedThrough {
  readonly authority: AuthorityId;
}

const FIRST_PERIOD_FROM = '2024-01-01';
const END_OF_TIME = '2036-12-31T00:00:00.000Z';

/**
 * Whole audit cycles of made-up people, through the same gateway that everybody uses. Killed at any point and called again with the
 * same options, it goes on where it was and ends with the same record.
 * @throws RangeError on numbers out of range; the signal's reason once it is aborted; Error when something is refused that should not be, or what it stands on fails
 */
export async function simulate(
  options: SimulationOptions,
  ports: SimulationPorts,
): Promise<SimulationSummary> {
  for (const [what, number] of Object.entries({ cases: options.cases, cycles: options.cycles })) {
    if (!Number.isInteger(number) || number < 1)
      throw new RangeError(`${what} must be a whole number, at least 1`);
  }
  const { authority, name, cases, cycles, seed, drawSeed, shares = DEFAULT_SHARES } = options;
  const first = options.firstPeriodFrom ?? FIRST_PERIOD_FROM;
  const size = options.population ?? populationFor(cases);
  const starts = Array.from({ length: cycles }, (_, turn) => addMonths(first, 2 * turn));
  const population = { seed: seed * 10 + 1, size, turns: cycles };
  const plans = starts.map((from, turn) => bimonthly(turn, from, cases, population));
  plans.push(...cyclesBeside(starts, cases, population));
  const lastFrom = starts.at(-1)!;
  const begin = addDays(first, -60);
  const maker = new StepMaker(authority, seed);
  const chance = new Chance(`simulation/${seed}`);
  const changes = { from: first, to: addMonths(lastFrom, 2) };
  const directory = makeUpPeople(
    { begin, changes, population: size, cases, shares: shares.people },
    chance,
    maker,
  );
  const until =
    options.until ?? (options.leaveLastRunning ? momentOf(addDays(lastFrom, 38), 240) : END_OF_TIME);
  const measured = { from: `${first.slice(0, 7)}-01`, months: 2 * cycles };
  const lived = await liveThrough(
    { authority, name, begin, cycles: plans, measured, until, drawSeed, signal: options.signal },
    { chance, maker, directory, shares },
    ports,
  );
  return { authority, ...lived };
}
