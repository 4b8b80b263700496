import { describe, expect, it } from '@jest/globals';
import { given } from '../testing.js';
import type { Role } from '../vocabulary/role.js';
import { isCleared } from './clearance.js';
import type { GiveClearance, PersonCommand } from './commands.js';
import type { PersonContext } from './context.js';
import { person } from './decider.js';
import type { PersonEvent } from './events.js';
import { nobodyYet, type PersonState } from './state.js';

const SAM = 'sam';
const acting = (actor: string, ...roles: Role[]): PersonContext => ({
  now: '2021-04-01T12:00:00.000Z',
  actor: { person: actor, roles },
  person: SAM,
  manager: null,
});
const byGuardian = acting('cal', 'caldicott-guardian');

const joined: PersonEvent = { type: 'PersonJoined', facts: { on: '2020-01-06' }, narrative: null };
const left: PersonEvent = { type: 'PersonLeft', facts: { on: '2021-03-31' }, narrative: null };
const cleared = (until: string): PersonEvent => ({
  type: 'ClearanceGiven',
  facts: { clearance: 'equality', by: 'cal', until },
  narrative: null,
});
const withdrawn: PersonEvent = {
  type: 'ClearanceWithdrawn',
  facts: { clearance: 'equality', by: 'cal' },
  narrative: null,
};
const give = (until: string): GiveClearance => ({ type: 'GiveClearance', clearance: 'equality', until });
const withdraw: PersonCommand = { type: 'WithdrawClearance', clearance: 'equality' };

const after = (...events: PersonEvent[]): PersonState => events.reduce(person.evolve, nobodyYet);
const isClearedOn = (on: string, ...events: PersonEvent[]): boolean =>
  isCleared(after(...events), 'equality', on);

describe('a clearance', () => {
  it('is given and withdrawn by the Caldicott Guardian', () => {
    given(person, [joined]).when(give('2021-06-30'), byGuardian).then(cleared('2021-06-30'));
    given(person, [joined, cleared('2021-06-30')])
      .when(withdraw, byGuardian)
      .then(withdrawn);
  });

  it.each(['qa-lead', 'administrator', 'service-leader', 'analyst'] as const)(
    'is no matter of a %s',
    (role) => {
      given(person, [joined]).when(give('2021-06-30'), acting('x', role)).thenRefused('not-permitted');
      given(person, [joined, cleared('2021-06-30')])
        .when(withdraw, acting('x', role))
        .thenRefused('not-permitted');
    },
  );

  it('is given by nobody to themselves, and given up by anybody who may withdraw it', () => {
    const bySam = acting(SAM, 'caldicott-guardian');
    given(person, [joined]).when(give('2021-06-30'), bySam).thenRefused('own-clearance');
    given(person, [joined, cleared('2021-06-30')])
      .when(withdraw, bySam)
      .then({ ...withdrawn, facts: { clearance: 'equality', by: SAM } });
  });

  it('ends on a day that is named: one of the calendar, today or later', () => {
    given(person, [joined]).when(give('2021-04-01'), byGuardian).then(cleared('2021-04-01'));
    given(person, [joined]).when(give('2021-03-31'), byGuardian).thenRefused('clearance-in-the-past');
    given(person, [joined]).when(give('2021-02-29'), byGuardian).thenRefused('not-a-date');
  });

  it('is given again with another last day, and not with the same', () => {
    const known = [joined, cleared('2021-06-30')];
    given(person, known).when(give('2021-06-30'), byGuardian).thenRefused('already-set');
    given(person, known).when(give('2021-05-31'), byGuardian).then(cleared('2021-05-31'));
    expect(isClearedOn('2021-06-01', ...known, cleared('2021-05-31'))).toBe(false);
  });

  it('that nobody has, or that has ended, cannot be withdrawn', () => {
    given(person, [joined]).when(withdraw, byGuardian).thenRefused('not-cleared');
    given(person, [joined, cleared('2021-03-31')])
      .when(withdraw, byGuardian)
      .thenRefused('not-cleared');
  });

  it('holds through its last day, until it is withdrawn, and while somebody works here', () => {
    const known = [joined, cleared('2021-06-30')];
    expect(isClearedOn('2021-06-30', ...known)).toBe(true);
    expect(isClearedOn('2021-07-01', ...known)).toBe(false);
    expect(isClearedOn('2021-04-01', ...known, withdrawn)).toBe(false);
    expect(isClearedOn('2021-04-02', ...known, left)).toBe(false);
    const back: PersonEvent = { type: 'PersonJoined', facts: { on: '2021-04-01' }, narrative: null };
    expect(isClearedOn('2021-04-02', ...known, left, back)).toBe(false);
  });
});
