import { accept, refuse, type Decision } from '../decider.js';
import { isIsoDate } from '../vocabulary/calendar.js';
import type { IsoDate } from '../vocabulary/dates.js';
import { londonDate } from '../vocabulary/london-date.js';
import { narrative } from '../vocabulary/narrative.js';
import { needsReason } from '../vocabulary/needs-reason.js';
import { needsRole } from '../vocabulary/needs-role.js';
import type { ExtendAuditDeadline } from './commands.js';
import type { InOpenCycle } from './context.js';
import type { CaseAuditEvent } from './events.js';
import type { Audit } from './state.js';

/** Refusals: not-permitted, code-malformed, reason-missing, auditor-missing, not-a-date, due-in-the-past, not-later. */
export function extendAuditDeadline(
  { to, reasonCode, reason }: ExtendAuditDeadline,
  { auditDue: from }: Audit,
  { actor, now }: InOpenCycle,
): Decision<CaseAuditEvent> {
  const refused = needsRole(actor, 'qa-lead') ?? needsReason({ reasonCode, reason });
  if (refused) return refused;
  if (from === null) {
    return refuse('auditor-missing', 'Nobody audits this case now. Give it a new auditor first.');
  }
  return (
    noLaterDay(from, to, londonDate(now)) ??
    accept({
      type: 'AuditDeadlineExtended',
      facts: { from, to, reasonCode, by: actor.person },
      narrative: narrative({ reason }),
    })
  );
}

function noLaterDay(from: IsoDate, to: IsoDate, today: IsoDate): Decision<never> | null {
  if (!isIsoDate(to)) return refuse('not-a-date', 'Write the day as YYYY-MM-DD.', { date: to });
  if (to <= from) return refuse('not-later', 'Choose a day after the one that holds now.', { due: from });
  return to < today ? refuse('due-in-the-past', 'That day has passed already.', { today }) : null;
}
