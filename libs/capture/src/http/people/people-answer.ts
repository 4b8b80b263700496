import { ApiProperty } from '@nestjs/swagger';
import type { Line, Membership, PersonId, PersonState, Role } from '#audit-cycle';
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
}

export class PeopleAnswer {
  @ApiProperty({ type: () => PersonAnswer, isArray: true }) people!: readonly PersonAnswer[];
}

/** Somebody as the directory has them. What ties them to a child is not in it. */
export const personAnswer = (
  id: PersonId,
  { roles, joined, left, approvedAuditor, memberships, managers }: PersonState,
  name: PersonName | undefined,
  withCaseSystemName: boolean,
): PersonAnswer => ({
  id,
  name: name?.name ?? null,
  ...(withCaseSystemName ? { caseSystemName: name?.caseSystemName ?? null } : {}),
  ...{ roles, joined, left, approvedAuditor, memberships, lineManagers: managers },
});

/** Everybody, by name and then by id. */
export function peopleAnswer(
  people: ReadonlyMap<PersonId, PersonState>,
  names: ReadonlyMap<PersonId, PersonName>,
  withCaseSystemNames: boolean,
): PeopleAnswer {
  const answers = [...people].map(([id, state]) =>
    personAnswer(id, state, names.get(id), withCaseSystemNames),
  );
  const key = ({ name, id }: PersonAnswer): string => `${name ?? '\uffff'}\0${id}`;
  return { people: answers.sort((one, other) => (key(one) < key(other) ? -1 : 1)) };
}
