import type { PersonId, Role } from '#audit-cycle';

const id = (n: number): PersonId => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

/** Everybody in the authority of the model, by the name that findings use. */
export const PEOPLE = {
  lea: id(1),
  lou: id(2),
  anna: id(3),
  otto: id(4),
  una: id(5),
  ash: id(6),
  mo: id(7),
  max: id(8),
  sol: id(9),
  cal: id(10),
  tim: id(11),
  tom: id(12),
  wes: id(13),
  hal: id(14),
  sue: id(15),
  ada: id(16),
  rex: id(17),
  gil: id(18),
} as const;
export type Name = keyof typeof PEOPLE;

/** Una is not approved; wes and sue are workers of children; hal stands above wes; tim could judge the actions of anybody else; ada holds so many roles that only the rules stop her. */
export const ROLES_OF: Readonly<Record<Name, readonly Role[]>> = {
  lea: ['qa-lead'],
  lou: ['qa-lead'],
  anna: ['auditor'],
  otto: ['auditor'],
  una: ['auditor'],
  ash: ['auditor'],
  mo: ['moderator'],
  max: ['moderator'],
  sol: ['service-leader'],
  cal: ['caldicott-guardian'],
  tim: ['action-owner', 'service-leader'],
  tom: ['action-owner'],
  wes: ['practitioner', 'auditor'],
  hal: ['auditor', 'moderator'],
  sue: ['practitioner', 'auditor', 'moderator'],
  ada: ['qa-lead', 'auditor', 'moderator', 'service-leader', 'caldicott-guardian'],
  rex: ['external-reviewer'],
  gil: ['auditor'],
};
export const NAMES = Object.keys(PEOPLE) as readonly Name[];
export const EVERYBODY: readonly PersonId[] = Object.values(PEOPLE);

export const APPROVED: readonly Name[] = ['anna', 'otto', 'ash', 'wes', 'hal', 'ada', 'gil'];
export const LEADS = [PEOPLE.lea, PEOPLE.lou, PEOPLE.ada] as const;
export const AUDITORS = [PEOPLE.anna, PEOPLE.ash, PEOPLE.una, PEOPLE.ada] as const;
export const MODERATORS = [PEOPLE.mo, PEOPLE.max, PEOPLE.ada] as const;
export const GUARDIANS = [PEOPLE.cal, PEOPLE.ada] as const;
export const LEADERS = [PEOPLE.sol, PEOPLE.ada] as const;

/** The worker of each team's children, and who belongs to the team: sue does not, so that only her being their worker keeps her from judging. */
export const TEAMS = {
  North: { worker: PEOPLE.wes, members: ['wes', 'otto', 'tim'] },
  South: { worker: PEOPLE.sue, members: [] },
} as const satisfies Readonly<
  Record<string, { readonly worker: PersonId; readonly members: readonly Name[] }>
>;
