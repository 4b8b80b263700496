import { cycle as cycleDecider, type CycleState } from '#audit-cycle';
import type { Lookups } from './lookups.js';

/** The state of a cycle; not planned where there is none to ask for. */
export const cycleOf = async (
  { streams }: Lookups,
  authority: string,
  id: string | null,
): Promise<CycleState> =>
  id === null ? cycleDecider.initialState : (await streams.load(authority, 'cycle', id)).state;
