import type { CycleSummary } from './cycle-summary.js';

/** The same question has the same seed, so that anybody who asks it draws the same interval. */
export const seedOf = (figure: string, cycles: readonly Pick<CycleSummary, 'id'>[]): string =>
  [figure, ...cycles.map(({ id }) => id)].join('|');
