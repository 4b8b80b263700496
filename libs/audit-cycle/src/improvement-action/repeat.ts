import { refuse, type Decision } from '../decider.js';
import type { ActionId } from '../vocabulary/identifiers.js';
import type { ImprovementActionContext } from './context.js';
import type { ImprovementActionEvent } from './events.js';

/**
 * Refuses with `unknown-repeat` an action that is none of the earlier ones of the same child, or of the same measure: itself, a later
 * one, another child's. What is about one child never repeats what a surgery asked for, nor the other way round.
 */
export const unknownRepeat = (
  repeats: ActionId | undefined,
  { earlierActions }: Pick<ImprovementActionContext, 'earlierActions'>,
): Decision<never> | null =>
  repeats === undefined || earlierActions.includes(repeats)
    ? null
    : refuse(
        'unknown-repeat',
        'An action repeats an earlier one of the same child, or from a surgery on the same measure.',
        { repeats },
      );

/** What an action that is being set begins with besides, where it repeats another. */
export const linkedTo = (repeats: ActionId | undefined): readonly ImprovementActionEvent[] =>
  repeats === undefined ? [] : [{ type: 'ActionLinked', facts: { repeats }, narrative: null }];
