import type { Grade } from '#audit-cycle';
import type { Chance } from '../chance.js';
import { ofCoreAudit, type CyclePlan } from '../cycle-plan.js';
import type { PopulationSize } from '../population/population-size.js';
import { fateOf, type Fate } from '../story/fate.js';

/** A small authority then: few teams audited, and a frame of 430 children. */
const POPULATION: PopulationSize = { childInNeed: 210, childProtection: 62, inCare: 84, careExperienced: 74 };

/** So many audits of each pair: the auditor's grade, and what moderation made of it. */
const GRADED: readonly (readonly [submitted: Grade, moderated: Grade, audits: number])[] = [
  ['outstanding', 'outstanding', 2],
  ['outstanding', 'good', 2],
  ['good', 'good', 18],
  ['requires-improvement', 'good', 1],
  ['good', 'requires-improvement', 3],
  ['requires-improvement', 'requires-improvement', 3],
  ['requires-improvement', 'inadequate', 1],
];
const UNFINISHED = 5;
const PERIOD = { from: '2021-04-01', to: '2021-04-30' };

const FATES: readonly Fate[] = [
  ...GRADED.flatMap(([submitted, moderated, audits]) =>
    Array.from({ length: audits }, (): Fate => ({
      kind: 'graded',
      late: false,
      grades: { submitted, moderated },
      departure: null,
    })),
  ),
  ...Array.from({ length: UNFINISHED }, (): Fate => ({ kind: 'unfinished' })),
];

/**
 * The cycle that a board was shown on one slide: 35 audits, 30 of them graded and moderated (2 outstanding, 21 good, 6 requires
 * improvement, 1 inadequate) and 5 that were begun and never finished, for which no grade is recorded.
 */
export function april2021(seed: number, chance: Chance): CyclePlan {
  const fates = chance.shuffled(FATES, 'april-2021');
  return {
    key: 'april-2021',
    turn: 0,
    title: 'Core audit, April 2021',
    ...ofCoreAudit(PERIOD),
    period: PERIOD,
    size: fates.length,
    population: { seed, of: 'open-cases', asAt: '2021-03-15', size: POPULATION, turn: 0, turns: 1 },
    plannedOn: '2021-03-08',
    importedOn: '2021-03-18',
    drawnOn: '2021-03-23',
    opensOn: '2021-04-01',
    closesOn: '2021-06-04',
    allocatedWithin: 8,
    fate: (ofCase, number, shares) => (number === null ? fateOf(ofCase, true, shares) : fates[number]!),
  };
}
