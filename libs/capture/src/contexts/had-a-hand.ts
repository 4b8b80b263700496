import type { AuditId, CaseAuditEvent, PersonId, ReAuditEvent } from '#audit-cycle';
import { DEFAULT_PAGE, streamName, type EventFilter, type RecordedEvent } from '#event-log';
import { domainEvent } from '../deciding/domain-event.js';
import type { Known } from './lookups.js';

/**
 * Everybody who had a hand in an audit or audited the case again: who recorded anything in them, and who sat on a panel that
 * settled the grade. Read from the events, since somebody who was replaced is in no state any more.
 */
export async function hadAHand(known: Known, audit: AuditId): Promise<readonly PersonId[]> {
  const streams = [streamName(known.authority, 'case-audit', audit), ...(await reAuditsOf(known, audit))];
  const people = new Set<PersonId>();
  for (const stream of streams) {
    for (const event of await eventsOf(known, stream)) {
      people.add(event.header.actor);
      for (const person of namedIn(event)) people.add(person);
    }
  }
  return [...people];
}

function namedIn(recorded: RecordedEvent): readonly PersonId[] {
  const event = domainEvent<'case-audit' | 're-audit'>(recorded) as CaseAuditEvent | ReAuditEvent;
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

async function reAuditsOf({ authority, log }: Known, audit: AuditId): Promise<readonly string[]> {
  const filter: EventFilter = { types: ['CaseSelectedForReAudit'] };
  const streams: string[] = [];
  let after = 0n;
  for (;;) {
    const page = await log.readAll(authority, { after, filter });
    for (const event of page.events) {
      const { facts } = domainEvent<'re-audit'>(event) as Extract<
        ReAuditEvent,
        { type: 'CaseSelectedForReAudit' }
      >;
      if (facts.audit === audit) streams.push(event.header.stream);
    }
    if (page.through === after) return streams;
    after = page.through;
  }
}
