import { join } from 'node:path';
import { checkout } from './checkout.mjs';

export const PRODUCT = join(checkout, 'dist/apps/touchstone/src/main.js');

/**
 * How Node is told to run the product with these words.
 *
 * `views rebuild` reads the whole log, and makes and drops objects so fast that V8 lets its memory for young ones grow to more than
 * 100 MB. Kept at 1 MB for each half it is swept more often, which cost next to no speed where it was measured, and the process stays small
 * however long the log is. The process that serves makes far fewer and keeps V8's own choice.
 */
export function nodeArguments(words) {
  const [noun, verb] = words.filter((word) => !word.startsWith('-'));
  const small = noun === 'views' && verb === 'rebuild' ? ['--max-semi-space-size=1'] : [];
  return ['--enable-source-maps', ...small];
}
