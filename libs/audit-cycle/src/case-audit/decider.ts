import type { Decider } from '../decider.js';
import type { CaseAuditCommand } from './commands.js';
import type { CaseAuditContext } from './context.js';
import { decideCaseAudit } from './decide.js';
import type { CaseAuditEvent } from './events.js';
import { evolveCaseAudit, notSelected, type CaseAuditState } from './state.js';

export const caseAudit: Decider<CaseAuditState, CaseAuditCommand, CaseAuditEvent, CaseAuditContext> = {
  initialState: notSelected,
  evolve: evolveCaseAudit,
  decide: decideCaseAudit,
};
