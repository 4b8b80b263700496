import { describe, expect, it } from '@jest/globals';
import { given } from '../testing.js';
import type { Role } from '../vocabulary/role.js';
import type { PersonCommand } from './commands.js';
import type { PersonContext } from './context.js';
import { person } from './decider.js';
import type { PersonEvent } from './events.js';
import { isHere, nobodyYet, type PersonState } from './state.js';

const SAM = 'sam';
const MANAGER: PersonState = { ...nobodyYet, joined: '2019-01-01' };

/** Somebody acts on the record of Sam, at noon on 1 April 2021. */
const acting = (actor: string, ...roles: Role[]): PersonContext => ({
  now: '2021-04-01T12:00:00.000Z',
  actor: { person: actor, roles },
  person: SAM,
  manager: MANAGER,
});
const byLead = acting('lead', 'qa-lead');
const byAdministrator = acting('admin', 'administrator');
const bySetUp: PersonContext = {
  ...byLead,
  actor: { person: SAM, roles: [], process: 'set-up' },
};

const joined: PersonEvent = { type: 'PersonJoined', facts: { on: '2020-01-06' }, narrative: null };
const left: PersonEvent = { type: 'PersonLeft', facts: { on: '2021-03-31' }, narrative: null };
const auditor: PersonEvent = { type: 'RolesGiven', facts: { roles: ['auditor'] }, narrative: null };
const ofEast = (to: string | null): PersonEvent => ({
  type: 'TeamMembershipRecorded',
  facts: { team: 'East', from: '2020-01-06', to },
  narrative: null,
});
const managedByKim = (to: string | null): PersonEvent => ({
  type: 'LineManagerRecorded',
  facts: { manager: 'kim', from: '2020-01-06', to },
  narrative: null,
});
const conflict: PersonEvent = {
  type: 'ConflictRegistered',
  facts: { child: '1001', relationship: 'reviewing-officer' },
  narrative: null,
};
const approved: PersonEvent = {
  type: 'AuditorApproved',
  facts: { approvedBy: 'lead', session: null },
  narrative: null,
};

const join: PersonCommand = { type: 'Join', on: '2020-01-06' };
const giveRoles: PersonCommand = { type: 'GiveRoles', roles: ['auditor'] };
const recordTeam: PersonCommand = {
  type: 'RecordTeamMembership',
  team: 'East',
  from: '2020-01-06',
  to: null,
};
const recordManager: PersonCommand = {
  type: 'RecordLineManager',
  manager: 'kim',
  from: '2020-01-06',
  to: null,
};
const register: PersonCommand = {
  type: 'RegisterConflict',
  child: '1001',
  relationship: 'reviewing-officer',
};
const approve: PersonCommand = { type: 'ApproveAuditor' };
const setCapacity: PersonCommand = { type: 'SetCapacity', audits: 4, from: '2021-04-01' };
const recordAbsence: PersonCommand = {
  type: 'RecordAbsence',
  from: '2021-04-05',
  to: '2021-04-16',
};
const cancelAbsence: PersonCommand = { type: 'CancelAbsence', from: '2021-04-05' };
const setAgencyEnd: PersonCommand = { type: 'SetAgencyEndDate', on: '2021-06-30' };
const clear: PersonCommand = { type: 'GiveClearance', clearance: 'equality', until: '2021-06-30' };
const unclear: PersonCommand = { type: 'WithdrawClearance', clearance: 'equality' };
const leave: PersonCommand = { type: 'Leave', on: '2021-03-31' };

const stateAfter = (...events: PersonEvent[]): PersonState => events.reduce(person.evolve, nobodyYet);

describe('who manages people', () => {
  const decisions: [PersonCommand, PersonEvent][] = [
    [giveRoles, auditor],
    [recordTeam, ofEast(null)],
    [recordManager, managedByKim(null)],
    [setCapacity, { type: 'CapacitySet', facts: { audits: 4, from: '2021-04-01' }, narrative: null }],
    [setAgencyEnd, { type: 'AgencyEndDateSet', facts: { on: '2021-06-30' }, narrative: null }],
    [leave, left],
  ];

  it.each(decisions)('administrators and quality assurance leads do: %j', (command, event) => {
    given(person, [joined]).when(command, byAdministrator).then(event);
    given(person, [joined]).when(command, byLead).then(event);
  });

  it.each(decisions)('nobody else does, not even about themselves: %j', (command) => {
    given(person, [joined]).when(command, acting('x', 'service-leader')).thenRefused('not-permitted');
    given(person, [joined]).when(command, acting(SAM, 'auditor')).thenRefused('not-permitted');
  });

  it('the product itself lets the first administrator join and gives the role', () => {
    given(person, []).when(join, bySetUp).then(joined);
    given(person, [joined])
      .when({ type: 'GiveRoles', roles: ['administrator'] }, bySetUp)
      .then({ type: 'RolesGiven', facts: { roles: ['administrator'] }, narrative: null });
  });

  it('nobody else lets somebody join', () => {
    given(person, []).when(join, acting(SAM)).thenRefused('not-permitted');
  });

  it.each([
    ...[giveRoles, recordTeam, recordManager, register, approve, leave],
    ...[setCapacity, recordAbsence, cancelAbsence, setAgencyEnd, clear, unclear],
  ])('nothing is recorded about somebody who never joined or has left: $type', (command) => {
    const byMany = acting('many', 'qa-lead', 'caldicott-guardian');
    given(person, []).when(command, byMany).thenRefused('not-joined');
    given(person, [joined, left]).when(command, byMany).thenRefused('has-left');
  });
});

describe('joining and leaving', () => {
  it('happens once at a time', () => {
    given(person, [joined]).when(join, byLead).thenRefused('already-joined');
  });

  it.each(['2021-02-29', 'today', '9999-12-31'])('is refused on %s, which is no date', (on) => {
    given(person, []).when({ type: 'Join', on }, byLead).thenRefused('not-a-date');
    given(person, [joined]).when({ type: 'Leave', on }, byLead).thenRefused('not-a-date');
  });

  it('is not recorded in advance, as it holds from the moment it is recorded', () => {
    given(person, []).when({ type: 'Join', on: '2021-04-02' }, byLead).thenRefused('in-the-future');
    given(person, [joined]).when({ type: 'Leave', on: '2021-04-02' }, byLead).thenRefused('in-the-future');
  });

  it('is recorded today by the date in England', () => {
    const summerNight = { ...byLead, now: '2021-04-01T23:30:00.000Z' };
    given(person, [])
      .when({ type: 'Join', on: '2021-04-02' }, summerNight)
      .then({ type: 'PersonJoined', facts: { on: '2021-04-02' }, narrative: null });
  });

  it('does not end before it began', () => {
    given(person, [joined]).when({ type: 'Leave', on: '2020-01-05' }, byLead).thenRefused('before-joining');
  });

  it('can begin again after the last day, without the roles of before', () => {
    const again: PersonEvent = { type: 'PersonJoined', facts: { on: '2021-04-01' }, narrative: null };
    given(person, [joined, left]).when({ type: 'Join', on: '2021-04-01' }, byLead).then(again);
    given(person, [joined, left])
      .when({ type: 'Join', on: '2021-03-31' }, byLead)
      .thenRefused('before-leaving');
    expect(stateAfter(joined, auditor, left, again)).toMatchObject({
      joined: '2021-04-01',
      left: null,
      roles: [],
    });
  });

  it('ends roles, teams and lines on the last day', () => {
    const laterTeam: PersonEvent = {
      type: 'TeamMembershipRecorded',
      facts: { team: 'West', from: '2021-05-01', to: null },
      narrative: null,
    };
    expect(stateAfter(joined, auditor, ofEast(null), managedByKim(null), laterTeam, left)).toMatchObject({
      roles: [],
      memberships: [{ team: 'East', from: '2020-01-06', to: '2021-03-31' }],
      managers: [{ manager: 'kim', from: '2020-01-06', to: '2021-03-31' }],
    });
  });

  it('counts the first and the last day', () => {
    const here = stateAfter(joined, left);
    expect(['2020-01-05', '2020-01-06', '2021-03-31', '2021-04-01'].map((day) => isHere(here, day))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(isHere(nobodyYet, '2021-04-01')).toBe(false);
    expect(isHere(stateAfter(joined), '2030-01-01')).toBe(true);
  });
});

describe('roles', () => {
  it('are recorded once each, in the order of the list, and replace those of before', () => {
    given(person, [joined, auditor])
      .when({ type: 'GiveRoles', roles: ['moderator', 'qa-lead', 'moderator'] }, byLead)
      .then({ type: 'RolesGiven', facts: { roles: ['qa-lead', 'moderator'] }, narrative: null });
    expect(stateAfter(joined, auditor, { ...auditor, facts: { roles: ['analyst'] } }).roles).toEqual([
      'analyst',
    ]);
  });

  it('can all be taken away', () => {
    given(person, [joined, auditor])
      .when({ type: 'GiveRoles', roles: [] }, byLead)
      .then({ type: 'RolesGiven', facts: { roles: [] }, narrative: null });
  });

  it('are refused when there is no such role', () => {
    given(person, [joined])
      .when({ type: 'GiveRoles', roles: ['auditor', 'king' as Role] }, byLead)
      .thenRefused('unknown-role', { role: 'king' });
  });
});

describe('teams and line managers', () => {
  it('hold from day to day', () => {
    given(person, [joined])
      .when({ ...recordTeam, to: '2020-12-31' }, byLead)
      .then(ofEast('2020-12-31'));
    given(person, [joined])
      .when({ ...recordManager, to: '2020-01-06' }, byLead)
      .then(managedByKim('2020-01-06'));
  });

  it.each([
    ['2020-02-30', null, 'not-a-date'],
    ['2020-01-06', '2020-06-31', 'not-a-date'],
    ['2020-01-06', '2020-01-05', 'ends-before-start'],
  ])('are refused from %s to %s: %s', (from, to, code) => {
    given(person, [joined])
      .when({ ...recordTeam, from, to }, byLead)
      .thenRefused(code);
    given(person, [joined])
      .when({ ...recordManager, from, to }, byLead)
      .thenRefused(code);
  });

  it('need a team with a name', () => {
    given(person, [joined])
      .when({ ...recordTeam, team: '' }, byLead)
      .thenRefused('team-missing');
  });

  it('are recorded without stray spaces', () => {
    given(person, [joined])
      .when({ ...recordTeam, team: ' East \u00a0' }, byLead)
      .then(ofEast(null));
  });

  it('are corrected however the name of the team was written before', () => {
    const asWritten = {
      ...ofEast(null),
      facts: { team: 'EAST ', from: '2020-01-06', to: null },
    } as PersonEvent;
    expect(stateAfter(joined, asWritten, ofEast('2020-12-31')).memberships).toEqual([
      { team: 'East', from: '2020-01-06', to: '2020-12-31' },
    ]);
  });

  it('make nobody their own line manager', () => {
    given(person, [joined])
      .when({ ...recordManager, manager: SAM }, byLead)
      .thenRefused('own-manager');
  });

  it('need a line manager who joined', () => {
    given(person, [joined])
      .when(recordManager, { ...byLead, manager: nobodyYet })
      .thenRefused('unknown-manager');
    given(person, [joined])
      .when(recordManager, { ...byLead, manager: null })
      .thenRefused('unknown-manager');
  });

  it('recorded again from the same day, correct the last day and nothing else', () => {
    const corrected = stateAfter(
      joined,
      ofEast(null),
      managedByKim(null),
      ofEast('2020-12-31'),
      managedByKim('2020-11-30'),
    );
    expect(corrected.memberships).toEqual([{ team: 'East', from: '2020-01-06', to: '2020-12-31' }]);
    expect(corrected.managers).toEqual([{ manager: 'kim', from: '2020-01-06', to: '2020-11-30' }]);
    const back = { ...ofEast(null), facts: { team: 'East', from: '2021-02-01', to: null } } as PersonEvent;
    expect(stateAfter(joined, ofEast('2020-12-31'), back).memberships).toHaveLength(2);
  });
});

describe('a conflict with a child', () => {
  it('is registered by the person or a quality assurance lead', () => {
    given(person, [joined]).when(register, acting(SAM)).then(conflict);
    given(person, [joined]).when(register, byLead).then(conflict);
  });

  it('is not registered by anybody else', () => {
    given(person, [joined]).when(register, byAdministrator).thenRefused('not-permitted');
    given(person, [joined]).when(register, acting('x', 'auditor')).thenRefused('not-permitted');
  });

  it('keeps the explanation apart from the facts', () => {
    given(person, [joined])
      .when({ ...register, explanation: 'Chaired two reviews.' }, acting(SAM))
      .then({ ...conflict, narrative: { explanation: 'Chaired two reviews.' } });
  });

  it('is registered once', () => {
    given(person, [joined, conflict]).when(register, acting(SAM)).thenRefused('already-registered');
  });

  it('may be of a second kind', () => {
    given(person, [joined, conflict])
      .when({ ...register, relationship: 'personal' }, acting(SAM))
      .then({ ...conflict, facts: { child: '1001', relationship: 'personal' } });
  });

  it('needs a child and a relationship of the list', () => {
    given(person, [joined])
      .when({ ...register, child: ' ' }, acting(SAM))
      .thenRefused('child-missing');
    given(person, [joined])
      .when({ ...register, relationship: 'friend' } as unknown as PersonCommand, acting(SAM))
      .thenRefused('unknown-relationship');
  });
});

describe('approving an auditor', () => {
  it('is done by a quality assurance lead', () => {
    given(person, [joined]).when(approve, byLead).then(approved);
    expect(stateAfter(joined, approved).approvedAuditor).toBe(true);
  });

  it('is not done by anybody else, the product included', () => {
    given(person, [joined]).when(approve, byAdministrator).thenRefused('not-permitted');
    given(person, [joined]).when(approve, bySetUp).thenRefused('not-permitted');
  });

  it('is not done by the auditor', () => {
    given(person, [joined]).when(approve, acting(SAM, 'qa-lead')).thenRefused('own-approval');
  });

  it('is done once', () => {
    given(person, [joined, approved]).when(approve, byLead).thenRefused('already-approved');
  });

  const calibration = { session: 'calibration-7', approvedBy: 'lead' };
  const byCalibration: PersonCommand = { type: 'ApproveAuditor', calibration };
  const byProcess: PersonContext = {
    ...byLead,
    actor: { person: 'calibration', roles: [], process: 'calibration' },
  };

  it('follows from a calibration session, whose process names it and whoever approved there', () => {
    given(person, [joined])
      .when(byCalibration, byProcess)
      .then({ type: 'AuditorApproved', facts: calibration, narrative: null });
  });

  it('names no session when a person does it who holds no role, and none that approves oneself', () => {
    given(person, [joined]).when(byCalibration, acting('x', 'auditor')).thenRefused('not-permitted');
    given(person, [joined]).when(byCalibration, byLead).thenRefused('not-permitted');
    given(person, [joined])
      .when({ type: 'ApproveAuditor', calibration: { ...calibration, approvedBy: SAM } }, byProcess)
      .thenRefused('own-approval');
  });
});
