import { kaplanMeier as curve } from '../kaplan-meier.js';
import type { Adapter } from './adapter.js';
import { aNumber, aZeroOrOne, listOf } from './read-value.js';
import { reasonOf } from './reason-of.js';

/** Names the interval of the median after 95 %, as worked values do, whatever `conf` is. */
export const kaplanMeier: Adapter = ({ params, input }) => {
  const times = input.take('times', listOf(aNumber));
  const events = input.take('events', listOf(aZeroOrOne));
  if (times.length !== events.length)
    throw new RangeError(
      `input.events must be as long as input.times (${times.length}), not ${events.length}`,
    );

  const figure = curve(
    times.map((time, at) => ({ time, happened: events[at] === 1 })),
    params.takeOr('conf', aNumber, 0.95),
  );
  if (figure.value === null)
    return {
      steps: [],
      median: null,
      medianCi95: [null, null],
      curveHitsHalfExactly: false,
      ...reasonOf(figure),
    };
  const { steps, median, medianCi, curveHitsHalfExactly } = figure.value;
  return {
    steps: steps.map(({ time, atRisk, events: happened, share, standardError, ci }) => {
      return { t: time, atRisk, events: happened, S: share, se: standardError, ci };
    }),
    median: median.value,
    medianCi95: medianCi,
    curveHitsHalfExactly,
    ...reasonOf(median),
  };
};
