import type { SimulationOptions } from '#simulation';

export const AUTHORITY = 'chaos';

/** The programme that is interrupted: the same for the process that is killed and for the run that nobody disturbs. */
export const programme = (seed: number, cases: number): SimulationOptions => ({
  authority: AUTHORITY,
  name: 'Chaos',
  cases,
  cycles: 1,
  seed,
  drawSeed: 'from-seed',
});
