import { accept, refuse, type Decision } from '../decider.js';
import type { LinkAction } from './commands.js';
import type { ImprovementActionContext } from './context.js';
import type { ImprovementActionEvent } from './events.js';
import { unknownRepeat } from './repeat.js';
import { notASetter, notASetterFromSurgery } from './setter.js';
import type { ActionSource } from './source.js';
import type { ImprovementAction } from './state.js';

/**
 * Says of an action that it repeats an earlier one, also when its cycle is closed: it then counts as a repeat. By those who could set it.
 * Refusals: not-permitted, already-linked, unknown-repeat. @throws Error where the audit of the action was not looked up
 */
export function linkAction(
  { repeats }: LinkAction,
  { source, repeats: linked }: ImprovementAction,
  context: ImprovementActionContext,
): Decision<ImprovementActionEvent> {
  return (
    couldNotSetIt(source, context) ??
    (repeats === linked
      ? refuse('already-linked', 'It is on record already that this repeats that one.')
      : null) ??
    unknownRepeat(repeats, context) ??
    accept({ type: 'ActionLinked', facts: { repeats }, narrative: null })
  );
}

function couldNotSetIt(source: ActionSource, context: ImprovementActionContext): Decision<never> | null {
  if (source.kind === 'measure') return notASetterFromSurgery(context);
  const { audit } = context;
  if (audit.status === 'not-selected') throw new Error(`Audit ${source.audit} was not looked up`);
  return notASetter(audit, context);
}
