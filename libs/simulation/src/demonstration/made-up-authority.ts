import { addMonths, type IsoDate } from '#audit-cycle';
import { Chance } from '../chance.js';
import { makeUpPeople } from '../people/make-up-people.js';
import { MIDDLING, type PopulationSize } from '../population/population-size.js';
import type { MeasuredMonths } from '../running/measuring.js';
import { StepMaker } from '../running/step-maker.js';
import { DEFAULT_SHARES } from '../shares.js';
import type { World } from '../story/world.js';

/** How much there is of a demonstration. */
export interface DemonstrationSize {
  /** Audited in each bimonthly cycle. */
  readonly cases: number;
  readonly population: PopulationSize;
}

export const FULL_SIZE: DemonstrationSize = { cases: 200, population: MIDDLING };

export const DEMONSTRATION = {
  authority: 'demonstration',
  name: 'Northshire (demonstration)',
  seed: 2503,
  begin: '2020-11-02',
  /** Two months each; the last of them is running. */
  cycles: 7,
  /** Months before the first of them from which on measures are reported. */
  measuredBefore: 3,
} as const;

/** The people of the demonstration authority; some come and go while its bimonthly cycles are held. */
export function demonstrationWorld(
  firstPeriodFrom: IsoDate,
  { cases, population }: DemonstrationSize = FULL_SIZE,
): World {
  const { authority, seed, begin, cycles } = DEMONSTRATION;
  const chance = new Chance(`demonstration/${seed}`);
  const maker = new StepMaker(authority, seed);
  const changes = { from: firstPeriodFrom, to: addMonths(firstPeriodFrom, 2 * cycles) };
  const directory = makeUpPeople(
    { begin, changes, population, cases, shares: DEFAULT_SHARES.people },
    chance,
    maker,
  );
  return { chance, maker, directory, shares: DEFAULT_SHARES };
}

/** The months of the scorecard: those of all its bimonthly cycles and some before them. */
export const measuredMonths = (firstPeriodFrom: IsoDate): MeasuredMonths => ({
  from: addMonths(firstPeriodFrom, -DEMONSTRATION.measuredBefore),
  months: DEMONSTRATION.measuredBefore + 2 * DEMONSTRATION.cycles,
});

export const firstPeriodBefore = (runningPeriodFrom: IsoDate): IsoDate =>
  addMonths(runningPeriodFrom, -2 * (DEMONSTRATION.cycles - 1));
