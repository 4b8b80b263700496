import type { Order } from '#audit-cycle';
import { APPROVED, NAMES, PEOPLE, ROLES_OF, TEAMS } from '../people.js';
import { AUTHORITY, type AtWork } from '../at-work.js';

const { lea, tim, tom, ada } = PEOPLE;

export async function staff(work: AtWork): Promise<void> {
  const join = { type: 'Join', on: '2025-09-01' } as const;
  for (const name of NAMES) {
    const setUp = { person: 'setting up', roles: [], process: 'setting-up' };
    for (const command of [join, { type: 'GiveRoles', roles: ROLES_OF[name] } as const]) {
      const order: Order = { kind: 'person', id: PEOPLE[name], command };
      const commandId = work.nextCommand();
      await work.gateway.execute({ authority: AUTHORITY, actor: setUp, commandId, order });
    }
  }
  for (const name of APPROVED)
    await work.done('person', PEOPLE[name], name === 'ada' ? lea : ada, { type: 'ApproveAuditor' });
  const since = { from: '2025-09-01', to: null };
  for (const [team, { members }] of Object.entries(TEAMS))
    for (const name of members)
      await work.done('person', PEOPLE[name], lea, { type: 'RecordTeamMembership', team, ...since });
  await work.done('person', PEOPLE.wes, lea, { type: 'RecordLineManager', manager: PEOPLE.hal, ...since });
  await work.done('person', tim, lea, { type: 'RecordLineManager', manager: tom, ...since });
  const away = { type: 'RecordAbsence', from: '2026-11-02', to: '2026-11-13' } as const;
  for (const person of [PEOPLE.anna, PEOPLE.mo, PEOPLE.max]) await work.done('person', person, lea, away);
  const cleared = { type: 'GiveClearance', clearance: 'equality', until: '2027-12-31' } as const;
  for (const person of [lea, PEOPLE.lou, PEOPLE.anna, PEOPLE.sol, tom])
    await work.done('person', person, PEOPLE.cal, cleared);
  await work.done('person', PEOPLE.gil, lea, { type: 'Leave', on: '2026-01-30' });
}
