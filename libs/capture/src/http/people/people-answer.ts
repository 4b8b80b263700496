import { ApiProperty } from '@nestjs/swagger';
import type { Absence, Line, Membership, PersonId, PersonState, Role } from '#audit-cycle';
import type { PersonName } from '#identity';

const TEXT = { type: 'string' } as const;
const DAY = { type: 'string', format: 'date' } as const;
const SPAN = { from: DAY, to: { ...DAY, nullable: true } } as const;

export class PersonAnswer {
  @ApiProperty({ type: 'string', format: 'uuid' }) id!: string;
  @ApiProperty({ ...TEXT, nullable: true, description: 'Null where it was erased or never given.' })
  name!: string | null;
  @ApiProperty({
    ...TEXT,
    nullable: true,
    required: false,
    description: "As the case system's lists write it; only for those who keep the directory.",
  })
  caseSystemName?: string | null;
  @ApiProperty({ type: 'array', items: TEXT }) roles!: readonly Role[];
  @ApiProperty({ ...DAY, nullable: true }) joined!: string | null;
  @ApiProperty({ ...DAY, nullable: true, description: 'The last day.' }) left!: string | null;
  @ApiProperty({ type: 'boolean' }) approvedAuditor!: boolean;
  @ApiProperty({ type: 'array', items: { type: 'object', properties: { team: TEXT, ...SPAN } } })
  memberships!: readonly Membership[];
  @ApiProperty({ type: 'array', items: { type: 'object', properties: { manager: TEXT, ...SPAN } } })
  lineManagers!: readonly Line[];
  @ApiProperty({
    type: 'array',
    items: { type: 'object', properties: { clearance: TEXT, until: DAY } },
    description: 'What they may see besides what their roles open, each until its last day.',
  })
  clearances!: PersonState['clearances'];
  @ApiProperty({
    ...{ type: 'array', items: { type: 'object', properties: { audits: { type: 'integer' }, from: DAY } } },
    required: false,
    description:
      'Audits of one cycle that they can take; only for those who keep the directory, as what follows.',
  })
  capacities?: PersonState['capacities'];
  @ApiProperty({
    ...{ type: 'array', items: { type: 'object', properties: { ...SPAN, kind: TEXT } } },
    required: false,
  })
  absences?: readonly Absence[];
  @ApiProperty({ ...DAY, nullable: true, required: false, description: 'The last day with their agency.' })
  agencyEndsOn?: string | null;
}

export class PeopleAnswer {
  @ApiProperty({ type: () => PersonAnswer, isArray: true }) people!: readonly PersonAnswer[];
}

/** Somebody as the directory has them. What ties them to a child is not in it. */
export const personAnswer = (
  id: PersonId,
  state: PersonState,
  name: PersonName | undefined,
  forKeepers: boolean,
): PersonAnswer => ({
  id,
  name: name?.name ?? null,
  roles: state.roles,
  joined: state.joined,
  left: state.left,
  approvedAuditor: state.approvedAuditor,
  memberships: state.memberships,
  lineManagers: state.managers,
  clearances: state.clearances,
  ...(forKeepers ? keptOf(state, name) : {}),
});

/** What only those see who keep the directory: how lists write somebody, and when and why they are away. */
const keptOf = ({ capacities, absences, agencyEndsOn }: PersonState, name: PersonName | undefined) => ({
  caseSystemName: name?.caseSystemName ?? null,
  ...{ capacities, absences, agencyEndsOn },
});

/** Everybody, by name and then by id. */
export function peopleAnswer(
  people: ReadonlyMap<PersonId, PersonState>,
  names: ReadonlyMap<PersonId, PersonName>,
  forKeepers: boolean,
): PeopleAnswer {
  const answers = [...people].map(([id, state]) => personAnswer(id, state, names.get(id), forKeepers));
  const key = ({ name, id }: PersonAnswer): string => `${name ?? '\uffff'}\0${id}`;
  return { people: answers.sort((one, other) => (key(one) < key(other) ? -1 : 1)) };
}
