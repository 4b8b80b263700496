import { refuse, type Decision } from '../decider.js';
import { isWritten } from '../vocabulary/narrative.js';

/** Refuses with `text-missing` an action that does not say what is to be done. */
export const notWritten = ({ text }: { readonly text: string }): Decision<never> | null =>
  isWritten(text) ? null : refuse('text-missing', 'Write down what is to be done.');
