import { join } from 'node:path';
import { checkout } from './checkout.mjs';

export const PRODUCT = join(checkout, 'dist/apps/touchstone/src/main.js');

/**
 * How Node is told to run the product with these words.
 *
 * `views rebuild` reads the whole log, and has to stay small however long the log is and however many views there are. It makes and drops objects so
 * fast that V8 lets its memory for young ones grow to more than 100 MB: kept at 1 MB for each half it is swept more often, which cost next to no speed
 * where it was measured. And it does without source maps, which take tens of MB; a stack trace of it names the built files. The process that serves
 * makes far fewer objects and keeps V8's own choice.
 */
export function nodeArguments(words) {
  const [noun, verb] = words.filter((word) => !word.startsWith('-'));
  const rebuilds = noun === 'views' && verb === 'rebuild';
  return rebuilds ? ['--max-semi-space-size=1'] : ['--enable-source-maps'];
}
