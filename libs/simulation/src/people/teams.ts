import type { SyntheticTeam } from '#annex-a';
import type { PopulationSize } from '../population/population-size.js';

export interface TeamPlan {
  readonly name: string;
  readonly cohorts: NonNullable<SyntheticTeam['cohorts']>;
  /** How many carry cases. */
  readonly workers: number;
}

const CASES_FOR_ONE_WORKER = 20;

const PLACES = [
  'Northgate',
  'Riverside',
  'Millfield',
  'Castle Hill',
  'Harbour',
  'Westbrook',
  'Oakley',
  'St Mary',
  'Fernside',
  'Kingsway',
  'Moorland',
  'Eastfield',
];

/** The teams that so many open cases need, with the names that case systems write. */
export const teamsFor = ({
  childInNeed,
  childProtection,
  inCare,
  careExperienced,
}: PopulationSize): readonly TeamPlan[] => [
  ...plan('Family Safeguarding', ['child-in-need', 'child-protection'], childInNeed + childProtection, 142),
  ...plan('Children in Care', ['in-care'], inCare, 100),
  ...plan('Leaving Care', ['care-experienced'], careExperienced, 110),
];

function plan(
  service: string,
  cohorts: TeamPlan['cohorts'],
  cases: number,
  casesForOneTeam: number,
): readonly TeamPlan[] {
  const teams = Math.max(1, Math.round(cases / casesForOneTeam));
  const workers = Math.max(2, Math.ceil(cases / teams / CASES_FOR_ONE_WORKER));
  return Array.from({ length: teams }, (_, n) => ({
    name: `${service} ${PLACES[n % PLACES.length]}${n < PLACES.length ? '' : ` ${1 + Math.floor(n / PLACES.length)}`}`,
    cohorts,
    workers,
  }));
}
