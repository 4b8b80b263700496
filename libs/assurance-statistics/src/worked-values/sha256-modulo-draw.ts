import { moduloDraw } from '../plan/modulo-draw.js';
import type { Adapter } from './adapter.js';
import { aCount, aText } from './read-value.js';
import { reasonOf } from './reason-of.js';

/** `params.key` says in words what is hashed; the library knows no other key. */
export const sha256ModuloDraw: Adapter = ({ input, sha256Hex }) => {
  const [seed, populationSize] = [input.take('seed', aText), input.take('N', aCount)];
  const figure = moduloDraw(seed, populationSize, input.take('draws', aCount), sha256Hex);
  return { draws: figure.value, ...reasonOf(figure) };
};
