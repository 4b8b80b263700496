import { refuse, type Decision } from '../decider.js';
import { isWritten } from './narrative.js';
import { needsCode } from './needs-code.js';

/** Refuses with `code-malformed` or `reason-missing` unless there is a reason both as a code and in words. */
export const needsReason = (
  { reasonCode, reason }: { readonly reasonCode?: string; readonly reason?: string },
  why = 'Give the reason, as a code and in words.',
): Decision<never> | null =>
  needsCode(reasonCode) ??
  (reasonCode !== undefined && isWritten(reason) ? null : refuse('reason-missing', why));
