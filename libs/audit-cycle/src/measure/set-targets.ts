import { accept, refuse, type Decision } from '../decider.js';
import type { Acting } from '../vocabulary/acting.js';
import { isIsoDate } from '../vocabulary/calendar.js';
import { breachOf, latestOf, withReview } from './breach.js';
import type { SetTargets } from './commands.js';
import type { MeasureDefinition } from './definition.js';
import type { MeasureEvent, TargetsSet } from './events.js';
import { FIGURE_SERIES } from './figure.js';
import { needsFigures } from './needs-figures.js';
import { printedFigure } from './printed-figure.js';
import { rational } from './rational.js';
import { evolveDefined, type Measure } from './state.js';
import { isShort } from './targets.js';

/**
 * For the newest definition. The latest figure of each series is held against them at once, where they hold on its day.
 * Refusals: not-a-date, targets-incomplete, targets-without-polarity, not-a-figure, above-hundred, targets-contradict-polarity.
 */
export const setTargets = (
  command: SetTargets,
  state: Measure,
  { actor }: Acting,
): Decision<MeasureEvent> => {
  const definition = state.definitions.length;
  const defined = state.definitions[definition - 1] as MeasureDefinition;
  const { from } = command;
  const refusal = faultOf(command, defined);
  if (refusal !== null) return refusal;
  const read = (text: string | null): string | null =>
    text === null ? null : printedFigure(text, defined.unit);
  const set: TargetsSet = {
    type: 'TargetsSet',
    facts: {
      ...{ version: state.targets.length + 1, definition, from },
      ...{ minimum: read(command.minimum), upper: read(command.upper) },
      ...{ rule: 'minimum-and-upper-1', by: actor.person },
    },
    narrative: null,
  };
  const after = evolveDefined(state, set);
  const breaches = FIGURE_SERIES.map((series) => latestOf(state, definition, series)).flatMap((figure) =>
    figure === null ? [] : breachOf(figure, after),
  );
  return accept<MeasureEvent>(set, ...withReview(breaches, state, actor.person));
};

const faultOf = (
  { from, minimum, upper }: SetTargets,
  { unit, polarity }: MeasureDefinition,
): Decision<never> | null => {
  if (!isIsoDate(from)) return refuse('not-a-date', 'Write the day as YYYY-MM-DD.', { date: from });
  if (minimum === null && upper === null) return null;
  if (minimum === null || upper === null) {
    return refuse('targets-incomplete', 'Give a minimum and an upper target, or neither to have no targets.');
  }
  if (polarity === 'none') {
    return refuse(
      'targets-without-polarity',
      'Neither way is better for this measure, so it has no targets.',
    );
  }
  const notFigures = needsFigures(unit, minimum, upper);
  if (notFigures !== null) return notFigures;
  const [least, best] = [minimum, upper].map((text) => printedFigure(text, unit) as string) as [
    string,
    string,
  ];
  return isShort(rational(best), least, polarity)
    ? refuse(
        'targets-contradict-polarity',
        polarity === 'higher-is-better'
          ? 'Higher is better for this measure: the upper target is not below the minimum.'
          : 'Lower is better for this measure: the upper target is not above the minimum.',
        { minimum: least, upper: best },
      )
    : null;
};
