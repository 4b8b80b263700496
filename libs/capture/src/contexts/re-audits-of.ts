import { reAuditId } from '#authority-setup';
import type { AuditId, ReAudit } from '#audit-cycle';
import type { Known, Lookups } from './lookups.js';

/** Every re-audit of an audit, in the order in which they were selected: the last one alone may be under way. */
export async function reAuditsOf(
  { streams }: Pick<Lookups, 'streams'>,
  authority: Known['authority'],
  audit: AuditId,
): Promise<readonly ReAudit[]> {
  const found: ReAudit[] = [];
  for (;;) {
    const { state } = await streams.load(authority, 're-audit', reAuditId(audit, found.length + 1));
    if (state.status === 'not-selected') return found;
    found.push(state);
  }
}
