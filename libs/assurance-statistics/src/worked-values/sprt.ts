import { sequentialLines } from '../plan/sequential-test.js';
import type { Adapter } from './adapter.js';
import { aNumber } from './read-value.js';

export const sprt: Adapter = ({ input }) => ({
  ...sequentialLines({
    p0: input.take('p0', aNumber),
    p1: input.take('p1', aNumber),
    alpha: input.take('alpha', aNumber),
    beta: input.take('beta', aNumber),
  }),
});
