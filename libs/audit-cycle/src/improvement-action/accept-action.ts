import { accept, refuse, type Decision } from '../decider.js';
import type { Acting } from '../vocabulary/acting.js';
import type { ImprovementActionEvent } from './events.js';
import type { ImprovementAction } from './state.js';

/** Refusals: not-the-owner, already-accepted. */
export const acceptAction = (
  { owner, accepted }: ImprovementAction,
  { actor }: Acting,
): Decision<ImprovementActionEvent> => {
  if (actor.person !== owner) return refuse('not-the-owner', 'Only the owner can accept an action.');
  if (accepted) return refuse('already-accepted', 'You have accepted this action already.');
  return accept({ type: 'ActionAccepted', facts: { owner }, narrative: null });
};
