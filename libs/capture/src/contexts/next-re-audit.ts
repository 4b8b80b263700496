import { reAuditId } from '#authority-setup';
import { isUnderWay, type AuditId } from '#audit-cycle';
import type { Lookups } from './lookups.js';
import { reAuditsOf } from './re-audits-of.js';

/**
 * The id of the re-audit that selecting this audit makes: that of the one under way, which refuses to be selected twice, or else the
 * next. Two who select the same audit at once therefore meet on one stream.
 */
export async function nextReAudit(
  lookups: Pick<Lookups, 'streams'>,
  authority: string,
  audit: AuditId,
): Promise<string> {
  const earlier = await reAuditsOf(lookups, authority, audit);
  const last = earlier.at(-1);
  return reAuditId(audit, last !== undefined && isUnderWay(last) ? earlier.length : earlier.length + 1);
}
