import {
  evolvePerson,
  nobodyYet,
  type IsoDate,
  type Line,
  type Membership,
  type People,
  type PersonEvent,
  type PersonId,
} from '#audit-cycle';
import type { TableFold, ViewEvent } from './view.js';

/** When somebody works here, in which teams and under whom; no more of a person than work and what is kept from them depend on. */
export interface PersonTies {
  readonly id: PersonId;
  readonly joinedOn: IsoDate | null;
  readonly leftOn: IsoDate | null;
  readonly memberships: readonly Membership[];
  readonly managers: readonly Line[];
}

/** The people of a view, in the view itself, so that they are known at its position. */
export const personTies = (table: string): TableFold<PersonTies> => ({
  table,
  keeps: 'versions',
  kinds: ['person'],
  fold: (row, event) => {
    const before = row ?? {
      id: event.stream.id,
      joinedOn: null,
      leftOn: null,
      memberships: [],
      managers: [],
    };
    return isOfPerson(event) ? tied(before, event) : before;
  },
});

const OF_PERSON = ['PersonJoined', 'PersonLeft', 'TeamMembershipRecorded', 'LineManagerRecorded'] as const;

type TyingEvent = Extract<ViewEvent, { type: (typeof OF_PERSON)[number] }>;

const isOfPerson = (event: ViewEvent): event is TyingEvent =>
  (OF_PERSON as readonly string[]).includes(event.type);

/** As the deciders see it: there is one reading of what ends when somebody leaves. */
function tied(before: PersonTies, { type, facts }: TyingEvent): PersonTies {
  const after = evolvePerson(stateOf(before), { type, facts, narrative: null } as PersonEvent);
  const { joined: joinedOn, left: leftOn, memberships, managers } = after;
  return { id: before.id, joinedOn, leftOn, memberships, managers };
}

const stateOf = ({ joinedOn: joined, leftOn: left, memberships, managers }: PersonTies) => ({
  ...nobodyYet,
  ...{ joined, left, memberships, managers },
});

/** For the rules that ask about people, which here know their ties; somebody without a row never joined. */
export function peopleOf(rows: readonly PersonTies[]): People {
  const byId = new Map(rows.map((row) => [row.id, stateOf(row)]));
  return { find: (id) => byId.get(id) ?? nobodyYet };
}
