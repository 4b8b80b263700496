import { marginalHomogeneity } from '../leniency/marginal-homogeneity.js';
import type { Adapter } from './adapter.js';
import { aCount, listOf } from './read-value.js';
import { reasonOf } from './reason-of.js';

export const stuartMaxwell: Adapter = ({ input }) => {
  const figure = marginalHomogeneity(input.take('table', listOf(listOf(aCount))));
  if (figure.value === null) return { statistic: null, df: null, p: null, ...reasonOf(figure) };
  const { disagreement, bhapkar, ...test } = figure.value;
  return {
    ...test,
    bhapkar: bhapkar.value,
    ...('reason' in bhapkar ? { bhapkarReason: bhapkar.reason } : {}),
    ...(disagreement ? {} : { reason: 'no-disagreement' }),
  };
};
