import { refuse, type Decision } from '../decider.js';
import type { ActionId } from '../vocabulary/identifiers.js';

/** Refuses with `unknown-repeat` an action that is none of the child's earlier ones: itself, a later one, another child's. */
export const unknownRepeat = (repeats: ActionId, earlier: readonly ActionId[]): Decision<never> | null =>
  earlier.includes(repeats)
    ? null
    : refuse('unknown-repeat', 'Only an earlier action of the same child can be repeated.', { repeats });
