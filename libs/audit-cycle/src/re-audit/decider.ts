import type { Decider } from '../decider.js';
import type { ReAuditCommand } from './commands.js';
import type { ReAuditContext } from './context.js';
import { decideReAudit } from './decide.js';
import type { ReAuditEvent } from './events.js';
import { evolveReAudit, notSelectedForReAudit, type ReAuditState } from './state.js';

export const reAudit: Decider<ReAuditState, ReAuditCommand, ReAuditEvent, ReAuditContext> = {
  initialState: notSelectedForReAudit,
  evolve: evolveReAudit,
  decide: decideReAudit,
};
