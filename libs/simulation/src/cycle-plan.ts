import {
  addDays,
  addMonths,
  CORE_PRACTICE_AUDIT,
  type Cohort,
  type CycleKind,
  type IsoDate,
  type Period,
  type PlanCycle,
  type ShippedTool,
  type ToolDefinition,
} from '#audit-cycle';
import type { Chance } from './chance.js';
import type { PopulationRequest } from './population/write-population.js';
import type { Shares } from './shares.js';
import { fateOf, type Fate } from './story/fate.js';
import { workingDay } from './working-time.js';

/** One cycle as it is going to be held. */
export interface CyclePlan {
  /** Tells it apart from the other cycles of the simulation. */
  readonly key: string;
  readonly turn: number;
  readonly kind: CycleKind;
  readonly title: string;
  readonly period: Period;
  /** The time from which work is graded. */
  readonly reviewed: Period;
  readonly cohorts: readonly Cohort[];
  readonly linesOfEnquiry: PlanCycle['linesOfEnquiry'];
  readonly tool: ToolInUse;
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
  readonly fate: (chance: Chance, number: number | null, shares: Shares) => Fate;
}

/** One version of a tool that the product ships or that was made of it. */
export interface ToolInUse {
  readonly shipped: ShippedTool;
  readonly version: number;
  readonly definition: ToolDefinition;
}

/** The same for every cycle of an authority. */
export type PopulationOfPlan = Pick<PopulationRequest, 'seed' | 'size' | 'turns'>;

export const CORE_TOOL: ToolInUse = {
  shipped: 'core-practice-audit',
  version: 1,
  definition: CORE_PRACTICE_AUDIT,
};

/** Everybody with an open case. */
export const OPEN_COHORTS: readonly Cohort[] = [
  'child-in-need',
  'child-protection',
  'in-care',
  'care-experienced',
];

type OfKind = Pick<CyclePlan, 'kind' | 'reviewed' | 'cohorts' | 'linesOfEnquiry' | 'tool'>;

/** What a core audit has of its own: the work of the six months before the period, with everybody in it. */
export const ofCoreAudit = ({ from }: Period): OfKind => ({
  kind: 'core',
  reviewed: monthsBefore(from, 6),
  cohorts: OPEN_COHORTS,
  linesOfEnquiry: [{ code: 'fathers', question: 'Are fathers and the wider family part of the work?' }],
  tool: CORE_TOOL,
});

export const monthsBefore = (day: IsoDate, months: number): Period => ({
  from: addMonths(day, -months),
  to: addDays(day, -1),
});

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
    title: `Core audit, ${inWords(period)}`,
    ...ofCoreAudit(period),
    ...{ turn, period, size },
    population: { ...population, turn, of: 'open-cases', asAt: addDays(from, -18) },
    ...datesOf(period, turn === 0),
    closesOn: closesOn(period.to),
    allocatedWithin: 14,
    fate: (chance, number, shares) => fateOf(chance, number === null, shares),
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

/** The months of a period, as people say them. */
export function inWords({ from, to }: Period): string {
  const [first, last] = [from, to].map((day) => MONTHS[Number(day.slice(5, 7)) - 1]!);
  const [year, lastYear] = [from.slice(0, 4), to.slice(0, 4)];
  return year === lastYear ? `${first} and ${last} ${year}` : `${first} ${year} and ${last} ${lastYear}`;
}
