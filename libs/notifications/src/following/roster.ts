import {
  aggregates,
  isHere,
  londonDate,
  upcast,
  type AuthorityId,
  type Instant,
  type PersonEvent,
  type PersonId,
  type PersonState,
  type Role,
} from '#audit-cycle';
import { factsOf, parseStreamName, type EventLog, type RecordedEvent } from '#event-log';

interface Known {
  readonly people: Map<PersonId, PersonState>;
  through: bigint;
}

/** Who worked where at a point of the log. What follows from an event must not depend on who joined since. */
export class Roster {
  private readonly authorities = new Map<AuthorityId, Known>();

  constructor(private readonly log: EventLog) {}

  /** Those who were here at that point and moment, with what they may do. */
  async at(
    authority: AuthorityId,
    position: bigint,
    moment: Instant,
  ): Promise<ReadonlyMap<PersonId, readonly Role[]>> {
    const { people } = await this.through(authority, position);
    const day = londonDate(moment);
    return new Map([...people].flatMap(([id, state]) => (isHere(state, day) ? [[id, state.roles]] : [])));
  }

  /** A consumer goes forward, so what was folded is kept; only after a repeat it begins again. */
  private async through(authority: AuthorityId, position: bigint): Promise<Known> {
    let known = this.authorities.get(authority);
    if (known === undefined || known.through > position) known = { people: new Map(), through: 0n };
    while (known.through < position) {
      const page = await this.log.readAll(authority, { after: known.through, filter: { kinds: ['person'] } });
      const due = page.events.filter((event) => event.position <= position);
      for (const event of due) fold(known.people, event);
      const more = due.length === page.events.length && page.events.length > 0;
      known.through = more && page.through < position ? page.through : position;
    }
    this.authorities.set(authority, known);
    return known;
  }
}

function fold(people: Map<PersonId, PersonState>, event: RecordedEvent): void {
  const { type, schema, stream } = event.header;
  const { id } = parseStreamName(stream);
  const { facts } = upcast(type, schema, { facts: factsOf(event) });
  const happened = { type, facts, narrative: null } as PersonEvent;
  people.set(id, aggregates.person.evolve(people.get(id) ?? aggregates.person.initialState, happened));
}
