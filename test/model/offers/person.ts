import { addDays, RELATIONSHIPS, ROLES } from '#audit-cycle';
import { EVERYBODY, GUARDIANS, LEADS } from '../people.js';
import type { Offers } from './offer.js';

export const PERSON_OFFERS: Offers<'person'> = {
  Join: ({ draw, today }) => ({ command: { type: 'Join', on: draw.day(today) }, by: LEADS }),
  GiveRoles: ({ draw, state }) => ({
    command: { type: 'GiveRoles', roles: draw.rarely(4) ? [draw.one(...ROLES)] : state.roles },
    by: LEADS,
  }),
  RecordTeamMembership: ({ draw, today }) => ({
    command: {
      ...{ type: 'RecordTeamMembership', team: draw.one('North', 'South', 'East', ' ') },
      ...{ from: addDays(today, draw.one(0, -400, 10)), to: draw.one(null, addDays(today, -200)) },
    },
    by: LEADS,
  }),
  RecordLineManager: ({ draw, today }) => ({
    command: {
      ...{ type: 'RecordLineManager', manager: draw.person(), from: addDays(today, draw.one(0, -400)) },
      to: draw.one(null, addDays(today, -300)),
    },
    by: LEADS,
  }),
  RegisterConflict: ({ draw }) => ({
    command: {
      ...{
        type: 'RegisterConflict',
        child: `C-01${String(draw.one(0, 1, 2, 3, 4, 5, 6, 7)).padStart(2, '0')}`,
      },
      relationship: draw.one(...RELATIONSHIPS),
    },
    by: LEADS,
  }),
  ApproveAuditor: () => ({ command: { type: 'ApproveAuditor' }, by: LEADS }),
  SetCapacity: ({ draw, today }) => ({
    command: { type: 'SetCapacity', audits: draw.one(0, 5, 8, -1), from: today },
    by: LEADS,
  }),
  RecordAbsence: ({ draw, today }) => ({
    command: {
      ...{ type: 'RecordAbsence', from: addDays(today, draw.one(0, 30)) },
      to: draw.one(null, addDays(today, 40), addDays(today, -1)),
    },
    by: LEADS,
  }),
  CancelAbsence: ({ draw, state, today }) => ({
    command: {
      type: 'CancelAbsence',
      from: draw.mostly(
        state.absences.map(({ from }) => from),
        [today],
      ),
    },
    by: LEADS,
  }),
  SetAgencyEndDate: ({ draw, today }) => ({
    command: { type: 'SetAgencyEndDate', on: draw.one(null, addDays(today, 90), '2026-02-30') },
    by: LEADS,
  }),
  GiveClearance: ({ draw, today }) => ({
    command: {
      ...{ type: 'GiveClearance', clearance: 'equality' },
      until: draw.one(addDays(today, 90), addDays(today, -1), today),
    },
    by: GUARDIANS,
  }),
  WithdrawClearance: () => ({
    command: { type: 'WithdrawClearance', clearance: 'equality' },
    by: GUARDIANS,
  }),
  Leave: ({ draw, today }) => ({
    command: { type: 'Leave', on: draw.day(today) },
    by: draw.rarely(2) ? LEADS : EVERYBODY,
  }),
};
