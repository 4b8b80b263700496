import { aggregates, isKeptFrom, upcast, type AggregateTypes, type StreamKind } from '#audit-cycle';
import {
  DEFAULT_PAGE,
  factsOf,
  parseStreamName,
  streamName,
  type EventLog,
  type RecordedEvent,
} from '#event-log';
import type { Standing } from '../rules/notice-rule.js';
import type { PeopleHere } from './roster.js';

/** How things stood at an event: its own stream is read up to it, when a rule asks, and once. */
export function standingOf(log: EventLog, event: RecordedEvent, here: PeopleHere): Standing {
  const { authority, kind, id } = parseStreamName(event.header.stream);
  const read = <K extends StreamKind>(of: K, one: string): Promise<AggregateTypes[K]['state']> =>
    foldUpTo(log, streamName(authority, of, one), event.position, of);
  let folded: Promise<unknown> | null = null;
  const own = async <K extends StreamKind>(wanted: K): Promise<Begun<AggregateTypes[K]['state']>> => {
    if (wanted !== kind) throw new Error(`A rule for ${event.header.type} asked for a ${wanted}`);
    return (await (folded ??= read(wanted, id))) as Begun<AggregateTypes[K]['state']>;
  };
  return {
    subject: id,
    audit: () => own('case-audit'),
    action: () => own('improvement-action'),
    reAudit: () => own('re-audit'),
    escalation: () => own('escalation'),
    session: () => own('calibration-session'),
    measure: () => own('measure'),
    holders: async (...wanted) =>
      [...here].flatMap(([person, { roles }]) =>
        wanted.some((role) => roles.includes(role)) ? [person] : [],
      ),
    mayKnow: async (person) => {
      if (kind !== 'escalation') return true;
      const escalation = await own('escalation');
      if (!escalation.restricted) return true;
      const audit = await read('case-audit', escalation.audit);
      const people = { find: (one: string) => here.get(one) };
      return audit.status !== 'not-selected' && !isKeptFrom(person, escalation, audit.selected, people);
    },
  };
}

/** The stream has the event itself, so it has begun. */
type Begun<State> = Exclude<
  State,
  { readonly status: 'not-selected' | 'not-set' | 'not-opened' | 'not-defined' }
>;

async function foldUpTo<K extends StreamKind>(
  log: EventLog,
  stream: string,
  position: bigint,
  kind: K,
): Promise<AggregateTypes[K]['state']> {
  const { initialState, evolve } = aggregates[kind];
  let state: AggregateTypes[K]['state'] = initialState;
  for (let after = -1n; ;) {
    const page = await log.readStream(stream, { after });
    const due = page.filter((one) => one.position <= position);
    for (const event of due) {
      const { type, schema } = event.header;
      const { facts } = upcast(type, schema, { facts: factsOf(event) });
      state = evolve(state, { type, facts, narrative: null } as AggregateTypes[K]['event']);
    }
    if (due.length < page.length || page.length < DEFAULT_PAGE) return state;
    after = page.at(-1)!.revision;
  }
}
