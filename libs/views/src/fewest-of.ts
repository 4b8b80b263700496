import { DEFAULT_POLICY } from '#audit-cycle';
import type { CycleSummary } from './cycle-summary.js';

/** How few cases may carry a figure: as the latest cycle has it, and as the product ships it where there is no cycle. */
export const fewestOf = (cycles: readonly CycleSummary[]): CycleSummary['fewest'] =>
  cycles.at(-1)?.fewest ?? DEFAULT_POLICY.figures;
