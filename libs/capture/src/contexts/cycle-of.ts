import { cycle as cycleDecider, type CycleState } from '#audit-cycle';
import type { Known } from './lookups.js';

/** The state of a cycle; not planned where there is none to ask for. */
export const cycleOf = ({ look }: Known, id: string | null): CycleState =>
  id === null ? cycleDecider.initialState : look.of('cycle', id).state;
