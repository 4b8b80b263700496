import { GRADES, type Grade } from '#audit-cycle';
import type { Chance } from '../chance.js';

/** Quality of work from which a grade is given, in standard deviations around the middle of all cases; best first. */
const FROM = { outstanding: 1.72, good: -0.05, 'requires-improvement': -1.4 } as const;

/** Somewhere within each grade, for work whose grade is known beforehand. */
const TYPICAL: Readonly<Record<Grade, number>> = {
  outstanding: 1.9,
  good: 0.6,
  'requires-improvement': -0.75,
  inadequate: -1.8,
};

export const gradeFor = (quality: number): Grade =>
  quality >= FROM.outstanding
    ? 'outstanding'
    : quality >= FROM.good
      ? 'good'
      : quality >= FROM['requires-improvement']
        ? 'requires-improvement'
        : 'inadequate';

export const typicalQuality = (grade: Grade): number => TYPICAL[grade];

export const isWorse = (one: Grade, other: Grade): boolean => GRADES.indexOf(one) > GRADES.indexOf(other);

/** How good the work with a child truly is: a little by the team, slowly getting better from cycle to cycle. */
export const trueQuality = (chance: Chance, child: string, team: string | null, cycle: number): number =>
  0.93 * chance.normal(`quality/${child}`) +
  0.3 * chance.normal(`quality/${team ?? 'no team'}`) +
  0.02 * cycle;
