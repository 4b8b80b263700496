import type { AuditWithdrawn } from '../case-audit/events.js';
import type { Audit } from '../case-audit/state.js';
import type { DrawReplacement } from '../cycle/commands.js';
import type { AuditId } from '../vocabulary/identifiers.js';

/** What follows from AuditWithdrawn: the next case of the same stratum is drawn, where a replacement was asked for. */
export const replaceWithdrawn = (
  replaces: AuditId,
  { selected: { stratum } }: Audit,
  { facts }: AuditWithdrawn,
): DrawReplacement | null => (facts.replace ? { type: 'DrawReplacement', replaces, stratum } : null);
