import { addDays, addMonths, type IsoDate, type Period } from '#audit-cycle';
import type { Chance } from './chance.js';
import type { PopulationRequest } from './population/write-population.js';
import { fateOf, type Fate } from './story/fate.js';
import { workingDay } from './working-time.js';

/** One cycle as it is going to be held. */
export interface CyclePlan {
  /** Tells it apart from the other cycles of the simulation. */
  readonly key: string;
  readonly turn: number;
  readonly title: string;
  readonly period: Period;
  readonly size: number;
  readonly population: PopulationRequest;
  readonly plannedOn: IsoDate;
  readonly importedOn: IsoDate;
  readonly drawnOn: IsoDate;
  readonly opensOn: IsoDate;
  readonly closesOn: IsoDate;
  /** Working days after the opening within which every case is allocated. */
  readonly allocatedWithin: number;
  /** By the number of the case in the order in which the sample names them; replacements have none. */
  readonly fate: (chance: Chance, number: number | null) => Fate;
}

export type PopulationOfPlan = Omit<PopulationRequest, 'asAt'>;

/** A core audit every two months: planned and drawn in the weeks before, closed two weeks afterwards. */
export function bimonthly(
  turn: number,
  from: IsoDate,
  size: number,
  population: PopulationOfPlan,
): CyclePlan {
  const period = { from, to: addDays(addMonths(from, 2), -1) };
  return {
    key: bimonthlyKey(turn),
    title: titleOf(period),
    ...{ turn, period, size },
    population: { ...population, asAt: addDays(from, -18) },
    ...datesOf(period, turn === 0),
    closesOn: closesOn(period.to),
    allocatedWithin: 14,
    fate: (chance, number) => fateOf(chance, number === null),
  };
}

export const bimonthlyKey = (turn: number): string => `bimonthly/${turn}`;

/** Two weeks after the last day of the period, for what is late. */
export const closesOn = (lastDay: IsoDate): IsoDate => workingDay(addDays(lastDay, 14), 0);

/** The first draw is a week earlier, so that a year later its children can be drawn again. */
export function datesOf(
  { from }: Period,
  isFirst: boolean,
): Pick<CyclePlan, 'plannedOn' | 'importedOn' | 'drawnOn' | 'opensOn'> {
  const start = isFirst ? addDays(from, -7) : from;
  return {
    plannedOn: workingDay(addDays(start, -24), 0),
    importedOn: workingDay(addDays(start, -10), 0),
    drawnOn: workingDay(addDays(start, -6), 0),
    opensOn: workingDay(from, 0),
  };
}

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

function titleOf({ from, to }: Period): string {
  const [first, last] = [from, to].map((day) => MONTHS[Number(day.slice(5, 7)) - 1]!);
  const [year, lastYear] = [from.slice(0, 4), to.slice(0, 4)];
  return year === lastYear
    ? `Core audit, ${first} and ${last} ${year}`
    : `Core audit, ${first} ${year} and ${last} ${lastYear}`;
}
