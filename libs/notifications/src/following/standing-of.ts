import {
  aggregates,
  upcast,
  type AggregateTypes,
  type PersonId,
  type Role,
  type StreamKind,
} from '#audit-cycle';
import { factsOf, parseStreamName, type EventLog, type RecordedEvent } from '#event-log';
import type { Standing } from '../rules/notice-rule.js';

/** How things stood at an event: its own stream is read up to it, when a rule asks, and once. */
export function standingOf(
  log: EventLog,
  event: RecordedEvent,
  roster: ReadonlyMap<PersonId, readonly Role[]>,
): Standing {
  const { kind, id } = parseStreamName(event.header.stream);
  let folded: Promise<unknown> | null = null;
  const of = async <K extends StreamKind>(wanted: K): Promise<Begun<AggregateTypes[K]['state']>> => {
    if (wanted !== kind) throw new Error(`A rule for ${event.header.type} asked for a ${wanted}`);
    return (await (folded ??= foldUpTo(log, event, wanted))) as Begun<AggregateTypes[K]['state']>;
  };
  return {
    subject: id,
    audit: () => of('case-audit'),
    action: () => of('improvement-action'),
    reAudit: () => of('re-audit'),
    escalation: () => of('escalation'),
    session: () => of('calibration-session'),
    holders: async (role) => [...roster].flatMap(([person, roles]) => (roles.includes(role) ? [person] : [])),
  };
}

/** The stream has the event itself, so it has begun. */
type Begun<State> = Exclude<State, { readonly status: 'not-selected' | 'not-set' | 'not-opened' }>;

async function foldUpTo<K extends StreamKind>(
  log: EventLog,
  { header: { stream }, revision }: RecordedEvent,
  kind: K,
): Promise<AggregateTypes[K]['state']> {
  const { initialState, evolve } = aggregates[kind];
  let state: AggregateTypes[K]['state'] = initialState;
  for (let after = -1n; after < revision;) {
    const page = await log.readStream(stream, { after });
    if (page.length === 0) throw new Error(`The stream ${stream} ends before its revision ${revision}`);
    for (const event of page.filter((one) => one.revision <= revision)) {
      const { type, schema } = event.header;
      const { facts } = upcast(type, schema, { facts: factsOf(event) });
      state = evolve(state, { type, facts, narrative: null } as AggregateTypes[K]['event']);
    }
    after = page.at(-1)!.revision;
  }
  return state;
}
