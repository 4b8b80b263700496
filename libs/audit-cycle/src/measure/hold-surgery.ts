import { accept, refuse, type Decision } from '../decider.js';
import type { Acting } from '../vocabulary/acting.js';
import { isWritten } from '../vocabulary/narrative.js';
import { tidyLine } from '../vocabulary/tidy-line.js';
import { wrongDay } from '../vocabulary/wrong-day.js';
import type { HoldSurgery } from './commands.js';
import type { MeasureEvent } from './events.js';
import type { Measure } from './state.js';

/** A figure that has more cases behind it is looked into in parts. */
export const MOST_CASES = 500;

/**
 * A surgery on the figure that a review is asked for, or on a later one, answers that review.
 * Refusals: unknown-figure, not-a-date, in-the-future, too-early, case-missing, too-many-cases, case-twice, person-twice, text-missing.
 */
export const holdSurgery = (
  { period: { from, to }, on, with: others, cases, notes }: HoldSurgery,
  state: Measure,
  acting: Acting,
): Decision<MeasureEvent> => {
  const isReported = [...state.figures.values()].some(
    ({ period }) => period.from === from && period.to === to,
  );
  if (!isReported) {
    return refuse('unknown-figure', 'Report the figure of these days first: a surgery looks into a figure.', {
      period: { from, to },
    });
  }
  const { reviewRequested } = state;
  const { person } = acting.actor;
  const tidied = cases.map(tidyLine);
  return (
    wrongDay(on, acting, { what: 'The figure is of days that ended', on: to }) ??
    wrongCases(tidied) ??
    (new Set([person, ...others]).size <= others.length
      ? refuse('person-twice', 'Name each person once, and not yourself.')
      : null) ??
    (isWritten(notes) ? null : refuse('text-missing', 'Write down what the cases showed.')) ??
    accept({
      type: 'SurgeryHeld',
      facts: {
        ...{ surgery: state.surgeries.length + 1, period: { from, to }, on, by: person },
        ...{ with: [...others], cases: tidied },
        reviewRequested: reviewRequested !== null && reviewRequested.period.to <= to ? reviewRequested : null,
      },
      narrative: { notes },
    })
  );
};

const wrongCases = (cases: readonly string[]): Decision<never> | null => {
  if (cases.length === 0 || cases.includes('')) {
    return refuse('case-missing', 'Name the children whose cases were looked at, by their ids.');
  }
  if (cases.length > MOST_CASES) {
    return refuse('too-many-cases', `Look at ${MOST_CASES} cases at a time.`, { cases: cases.length });
  }
  const twice = cases.filter((child, index) => cases.indexOf(child) < index);
  return twice.length === 0
    ? null
    : refuse('case-twice', 'Name each child once.', { cases: [...new Set(twice)] });
};
