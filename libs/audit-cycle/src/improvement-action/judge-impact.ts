import { accept, refuse, type Decision } from '../decider.js';
import { isWritten, narrative } from '../vocabulary/narrative.js';
import type { JudgeImpact } from './commands.js';
import type { ImprovementActionContext } from './context.js';
import type { ImprovementActionEvent } from './events.js';
import { isOrWasOwner, type ImprovementAction } from './state.js';
import { notAVerifier } from './verifier.js';
import { wrongDay } from '../vocabulary/wrong-day.js';

/** Refusals: own-action, not-permitted, impact-already-judged, evidence-missing, not-a-date, in-the-future. */
export const judgeImpact = (
  { impact, on, evidence }: JudgeImpact,
  state: ImprovementAction,
  context: ImprovementActionContext,
): Decision<ImprovementActionEvent> => {
  const by = context.actor.person;
  if (isOrWasOwner(state, by)) {
    return refuse('own-action', 'This action is or was yours, so somebody else must judge what it changed.');
  }
  const notPermitted = notAVerifier(context.actor);
  if (notPermitted !== null) return notPermitted;
  if (state.impact === 'yes' || state.impact === 'no') {
    return refuse('impact-already-judged', 'What this action changed has been judged already.');
  }
  if (impact !== 'too-early' && !isWritten(evidence)) {
    return refuse('evidence-missing', 'Write down what the judgement rests on.');
  }
  return (
    wrongDay(on, context) ??
    accept({ type: 'ImpactJudged', facts: { by, impact, on }, narrative: narrative({ evidence }) })
  );
};
