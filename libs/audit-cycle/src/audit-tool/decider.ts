import type { Decider } from '../decider.js';
import type { Acting } from '../vocabulary/acting.js';
import type { AuditToolCommand } from './commands.js';
import { decideAuditTool } from './decide.js';
import type { AuditToolEvent } from './events.js';
import { evolveAuditTool, noToolYet, type AuditToolState } from './state.js';

/** A tool goes through versions: drafted, published, retired. What was published never changes. */
export const auditTool: Decider<AuditToolState, AuditToolCommand, AuditToolEvent, Acting> = {
  initialState: noToolYet,
  evolve: evolveAuditTool,
  decide: decideAuditTool,
};
