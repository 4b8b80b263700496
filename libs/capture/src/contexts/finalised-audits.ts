import { gradeOf, londonDate, type Period } from '#audit-cycle';
import { canonicalBytes, parseStreamName, type RecordedEvent } from '#event-log';
import type { AuditList } from './audit-list.js';
import type { Known } from './lookups.js';

/**
 * The audits that became final in a period, each with its grade and auditor, kept beside the log before anything names it.
 * The list is found again by its digest; one that nothing came to name does no harm.
 */
export async function freezeFinalisedAudits(
  known: Known,
  period: Period,
): Promise<{ readonly digest: string; readonly audits: number }> {
  const { authority, blobs } = known;
  const ids = (await finalised(known, period)).map(({ header }) => parseStreamName(header.stream).id);
  const audits = await Promise.all(ids.toSorted().map((audit) => entryOf(known, audit)));
  const digest = await blobs.put(authority, canonicalBytes({ audits } satisfies AuditList));
  return { digest, audits: audits.length };
}

async function finalised({ authority, log }: Known, { from, to }: Period): Promise<readonly RecordedEvent[]> {
  const found: RecordedEvent[] = [];
  let after = 0n;
  for (;;) {
    const page = await log.readAll(authority, { after, filter: { types: ['AuditFinalised'] } });
    for (const event of page.events) {
      const on = londonDate(event.header.occurredAt);
      if (from <= on && on <= to) found.push(event);
    }
    if (page.through === after) return found;
    after = page.through;
  }
}

async function entryOf({ authority, streams }: Known, audit: string): Promise<AuditList['audits'][number]> {
  const { state } = await streams.load(authority, 'case-audit', audit);
  if (state.status === 'not-selected' || state.auditor === null || state.grading === null)
    throw new Error(`The audit ${audit} is final and has no auditor or no grade`);
  return { audit, grade: gradeOf(state.grading.lineage), auditor: state.auditor };
}
