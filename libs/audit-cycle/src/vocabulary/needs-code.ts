import { refuse, type Decision } from '../decider.js';
import { isCode } from './code.js';

/** Refuses with `code-malformed` unless each text that is given is a code. */
export function needsCode(...codes: readonly (string | undefined)[]): Decision<never> | null {
  if (codes.every((code) => code === undefined || isCode(code))) return null;
  return refuse(
    'code-malformed',
    'Write codes as lower-case words joined by hyphens, at most 60 characters; text goes beside them.',
  );
}
