import type { Sha256Hex } from '../draw-order.js';
import type { Answer } from './adapter.js';
import { differences, type Difference } from './differences.js';
import { Members } from './members.js';
import { REGISTRY } from './registry.js';
import type { WorkedValue } from './worked-value.js';

/** What became of one worked value. */
export type Checked =
  | { readonly outcome: 'pass'; readonly answer: Answer }
  | { readonly outcome: 'fail'; readonly answer: Answer; readonly differences: readonly Difference[] }
  | { readonly outcome: 'unknown-statistic' }
  /** The statistic is known and cannot be computed from what the worked value holds; says which member and why. */
  | { readonly outcome: 'not-understood'; readonly says: string };

/** Computes what a worked value asks for and compares it with what the worked value expects. */
export function checkWorkedValue(asked: WorkedValue, sha256Hex: Sha256Hex): Checked {
  const adapter = REGISTRY.get(asked.statistic);
  if (adapter === undefined) return { outcome: 'unknown-statistic' };
  let answer: Answer;
  try {
    const params = new Members('params', asked.params);
    const input = new Members('input', asked.input);
    answer = adapter({ params, input, sha256Hex });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { outcome: 'not-understood', says: error.message };
  }
  const found = differences(asked.expected, answer, asked.tolerance);
  return found.length === 0 ? { outcome: 'pass', answer } : { outcome: 'fail', answer, differences: found };
}
