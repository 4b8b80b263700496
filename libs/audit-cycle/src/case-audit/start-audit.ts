import { accept, type Decision } from '../decider.js';
import { auditorOnly } from './auditor-only.js';
import { cannotJudgeCase } from './can-judge.js';
import type { StartAudit } from './commands.js';
import type { InOpenCycle } from './context.js';
import type { CaseAuditEvent } from './events.js';
import type { Audit } from './state.js';

/**
 * Independence is looked at again: a tie may have come up since the case was allocated.
 * Refusals: not-the-auditor, those of `cannotJudgeCase`.
 */
export const startAudit = (_: StartAudit, state: Audit, context: InOpenCycle): Decision<CaseAuditEvent> =>
  auditorOnly(state, context) ??
  cannotJudgeCase(context.actor.person, 'auditor', state, context) ??
  accept({ type: 'AuditStarted', facts: { auditor: context.actor.person }, narrative: null });
