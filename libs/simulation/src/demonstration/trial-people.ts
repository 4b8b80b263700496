import { ROLES, type Clearance, type IsoDate, type PersonId, type Role } from '#audit-cycle';
import type { MadeUpPerson } from '../people/made-up-person.js';
import type { World } from '../story/world.js';
import { demonstrationWorld, firstPeriodBefore } from './made-up-authority.js';
import { runningPeriodFrom } from './running-period.js';

export interface TrialPerson {
  readonly id: PersonId;
  readonly name: string;
  /** What they are here to be tried for; they may hold other roles besides. */
  readonly role: Role;
  /** What they are cleared to see besides. */
  readonly cleared: readonly Clearance[];
}

const ORDER: readonly Role[] = [
  'qa-lead',
  'auditor',
  'moderator',
  'action-owner',
  'practitioner',
  'service-leader',
];

/** The inspector comes last of all, so that with them the demonstration is complete. */
export const inspectorOf = ({ maker }: World): TrialPerson => ({
  id: maker.id('person', 'inspector'),
  name: 'Inspector Rosalind Quill',
  role: 'inspector',
  cleared: [],
});

/** Whoever looks into whether children are served alike. */
export const clearedPersonOf = ({ directory }: World): MadeUpPerson => directory.holding('analyst')[0]!;

/** Somebody for every role, whom a visitor of the demonstration authority can act as. They stay the same. */
export function trialPeople(today: IsoDate): readonly TrialPerson[] {
  const world = demonstrationWorld(firstPeriodBefore(runningPeriodFrom(today)));
  const roles = [...new Set([...ORDER, ...ROLES])];
  return [
    ...roles.flatMap((role) => {
      const staying = world.directory.holding(role).filter(({ left }) => left === null);
      const person = staying.find(({ roles: all }) => all.length === 1) ?? staying[0];
      if (person === undefined) return [];
      const cleared: readonly Clearance[] = person === clearedPersonOf(world) ? ['equality'] : [];
      return [{ id: person.id, name: person.name, role, cleared }];
    }),
    inspectorOf(world),
  ];
}
