import { refuse, type Decision } from '../decider.js';
import type { CaseAuditContext } from './context.js';
import type { Audit } from './state.js';

/** The person to whom the case was allocated works on it, nobody else. */
export const auditorOnly = (state: Audit, { actor }: CaseAuditContext): Decision<never> | null =>
  actor.person === state.auditor
    ? null
    : refuse('not-the-auditor', 'Only the auditor to whom this case is allocated can do this.');
