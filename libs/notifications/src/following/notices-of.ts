import { upcast, type PersonId, type StreamKind } from '#audit-cycle';
import { derivedId, factsOf, parseStreamName, type EventLog, type RecordedEvent } from '#event-log';
import type { Notice } from '../keeping/notice.js';
import { NOTICE_RULES } from '../rules/notice-rules.js';
import type { Concerned, NoticeRule } from '../rules/notice-rule.js';
import type { PeopleHere } from './roster.js';
import { standingOf } from './standing-of.js';

/** Types of events that somebody hears of. */
export const TOLD_TYPES: readonly string[] = Object.keys(NOTICE_RULES);

const RULES = NOTICE_RULES as Readonly<Record<string, readonly NoticeRule<unknown>[]>>;

/**
 * The notices of an event. They follow from the event and the log before it alone, ids included. Whoever did it, did not work here
 * by then, or must not know of it, gets none; nobody gets two.
 */
export async function noticesOf(
  log: EventLog,
  event: RecordedEvent,
  here: PeopleHere,
): Promise<readonly Notice[]> {
  const { type, schema, stream, id: cause, actor, occurredAt } = event.header;
  const { facts } = upcast(type, schema, { facts: factsOf(event) });
  const { kind, id } = parseStreamName(stream);
  const standing = standingOf(log, event, here);
  const notices = new Map<PersonId, Notice>();
  for (const { says, to } of RULES[type] ?? []) {
    for (const person of listed(await to(facts, standing))) {
      if (person === actor || !here.has(person) || notices.has(person)) continue;
      if (!(await standing.mayKnow(person))) continue;
      notices.set(person, {
        id: derivedId('notice', cause, person, says),
        ...{ person, code: says, position: event.position, at: occurredAt },
        about: { kind: kind as StreamKind, id },
      });
    }
  }
  return [...notices.values()];
}

const listed = (concerned: Concerned): readonly PersonId[] =>
  (typeof concerned === 'string' ? [concerned] : (concerned ?? [])).filter((person) => person !== null);
