import { drawOrder } from '../draw-order.js';
import type { Adapter } from './adapter.js';
import { aCount, aText, listOf } from './read-value.js';

/** `params.key` says in words what is hashed; the library knows no other key. */
export const sha256SortSample: Adapter = ({ input, sha256Hex }) => {
  const ids = input.take('ids', listOf(aText));
  const size = input.take('n', aCount);
  if (size > ids.length) return { sample: null, reason: 'size-exceeds-population' };
  const order = drawOrder(
    ids.map((id, index) => ({ id, index })),
    input.take('seed', aText),
    sha256Hex,
  );
  return { sample: order.slice(0, size).map((index) => ids[index]) };
};
