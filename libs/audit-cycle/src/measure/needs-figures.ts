import { refuse, type Decision } from '../decider.js';
import type { MeasureUnit } from './definition.js';
import { printedFigure } from './printed-figure.js';
import { compare, rational } from './rational.js';

const ALL = rational('100');

/** Refuses with `not-a-figure` or `above-hundred` unless each text that is given is a number of the unit. */
export const needsFigures = (
  unit: MeasureUnit,
  ...texts: readonly (string | null)[]
): Decision<never> | null => {
  for (const text of texts) {
    if (text === null) continue;
    const figure = printedFigure(text, unit);
    if (figure === null) {
      return refuse(
        'not-a-figure',
        'Write figures in digits without a sign, with a % only for a percentage.',
        {
          figure: text,
          unit,
        },
      );
    }
    if (unit === 'percent' && compare(rational(figure), ALL) > 0) {
      return refuse('above-hundred', 'A percentage is never more than 100.', { figure: text });
    }
  }
  return null;
};
