import { reAuditId } from '#authority-setup';
import type { AuditId, CaseAuditEvent, PersonId } from '#audit-cycle';
import { DEFAULT_PAGE, streamName, type RecordedEvent } from '#event-log';
import { domainEvent } from '../deciding/domain-event.js';
import type { Known } from './lookups.js';

/**
 * Everybody who had a hand in an audit or audited the case again: who recorded anything in them, who sat on a panel that settled
 * the grade, and who graded the case blind in any round. Read from the events, since somebody who was replaced is in no state any more.
 */
export async function hadAHand(known: Known, audit: AuditId): Promise<readonly PersonId[]> {
  const ofAudit = await eventsOf(known, streamName(known.authority, 'case-audit', audit));
  const people = new Set([...actorsOf(ofAudit), ...ofAudit.flatMap(panelIn), ...gradedBlind(known, audit)]);
  for (let ordinal = 1; ; ordinal++) {
    const again = await eventsOf(known, streamName(known.authority, 're-audit', reAuditId(audit, ordinal)));
    if (again.length === 0) return [...people];
    for (const actor of actorsOf(again)) people.add(actor);
  }
}

const actorsOf = (events: readonly RecordedEvent[]): readonly PersonId[] =>
  events.map(({ header }) => header.actor);

const gradedBlind = ({ look }: Known, audit: AuditId): readonly PersonId[] =>
  [...look.all('review-round').values()].flatMap(({ state }) => {
    const review = state.status === 'not-opened' ? undefined : state.reviews.get(audit);
    return review === undefined || review.committed === null ? [] : [review.reviewer];
  });

function panelIn(recorded: RecordedEvent): readonly PersonId[] {
  const event: CaseAuditEvent = domainEvent<'case-audit'>(recorded);
  return event.type === 'GradeSettled' ? event.facts.panel : [];
}

async function eventsOf({ log }: Known, stream: string): Promise<readonly RecordedEvent[]> {
  const events: RecordedEvent[] = [];
  for (;;) {
    const page = await log.readStream(stream, { after: events.at(-1)?.revision ?? -1n });
    events.push(...page);
    if (page.length < DEFAULT_PAGE) return events;
  }
}
