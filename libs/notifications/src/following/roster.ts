import {
  aggregates,
  isHere,
  londonDate,
  upcast,
  type AuthorityId,
  type Instant,
  type IsoDate,
  type PersonEvent,
  type PersonId,
  type PersonState,
} from '#audit-cycle';
import { factsOf, parseStreamName, type EventLog, type RecordedEvent } from '#event-log';

/** Those who work here, by id. */
export type PeopleHere = ReadonlyMap<PersonId, PersonState>;

interface Known {
  readonly people: Map<PersonId, PersonState>;
  /** How far it was asked. */
  at: bigint;
  /** Read on the way and of later than that, in order. */
  ahead: readonly RecordedEvent[];
  /** How far the log was read. */
  through: bigint;
  /** The last answer, for as long as nobody comes, goes or changes. */
  here: { readonly day: IsoDate; readonly people: PeopleHere } | null;
}

/** Who worked where at a point of the log. What follows from an event must not depend on who joined since. */
export class Roster {
  private readonly authorities = new Map<AuthorityId, Known>();

  constructor(private readonly log: EventLog) {}

  /** Those who were here at that point and moment, as they were. */
  async at(authority: AuthorityId, position: bigint, moment: Instant): Promise<PeopleHere> {
    const known = await this.through(authority, position);
    const day = londonDate(moment);
    if (known.here?.day !== day) {
      const people = new Map([...known.people].filter(([, state]) => isHere(state, day)));
      known.here = { day, people };
    }
    return known.here.people;
  }

  /**
   * A consumer goes forward, so what was folded is kept, and what a page of the log has beyond that point waits for its turn: many
   * questions cost one reading. Only after a repeat it begins again.
   */
  private async through(authority: AuthorityId, position: bigint): Promise<Known> {
    let known = this.authorities.get(authority);
    if (known === undefined || known.at > position) {
      known = { people: new Map(), at: 0n, ahead: [], through: 0n, here: null };
      this.authorities.set(authority, known);
    }
    for (;;) {
      foldUpTo(known, position);
      if (known.ahead.length > 0 || known.through >= position) return known;
      const after = known.through;
      const page = await this.log.readAll(authority, { after, filter: { kinds: ['person'] } });
      if (page.through === after) throw new Error(`The log of ${authority} ends before ${position}`);
      known.ahead = page.events;
      known.through = page.through;
    }
  }
}

function foldUpTo(known: Known, position: bigint): void {
  const due = known.ahead.filter((event) => event.position <= position);
  known.at = position;
  if (due.length === 0) return;
  for (const event of due) fold(known.people, event);
  known.ahead = known.ahead.slice(due.length);
  known.here = null;
}

function fold(people: Map<PersonId, PersonState>, event: RecordedEvent): void {
  const { type, schema, stream } = event.header;
  const { id } = parseStreamName(stream);
  const { facts } = upcast(type, schema, { facts: factsOf(event) });
  const happened = { type, facts, narrative: null } as PersonEvent;
  people.set(id, aggregates.person.evolve(people.get(id) ?? aggregates.person.initialState, happened));
}
