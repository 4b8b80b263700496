import { refuse, type Decision } from '../decider.js';
import { isWritten } from '../vocabulary/narrative.js';
import { needsCode } from '../vocabulary/needs-code.js';

/** A reason is a code that can be counted and words that can be read. Refusals: code-malformed, reason-missing. */
export const needsWhy = (code: string, words: string): Decision<never> | null =>
  needsCode(code) ??
  (isWritten(words) ? null : refuse('reason-missing', 'Write down why, in words beside the code.'));
