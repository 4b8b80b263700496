import { describe, expect, it } from '@jest/globals';
import { given } from '../testing.js';
import type { RecordAbsence, SetCapacity } from './commands.js';
import type { PersonContext } from './context.js';
import { person } from './decider.js';
import type { PersonEvent } from './events.js';
import { nobodyYet, type PersonState } from './state.js';

const SAM = 'sam';
const by = (actor: string, ...roles: PersonContext['actor']['roles']): PersonContext => ({
  now: '2021-04-01T12:00:00.000Z',
  actor: { person: actor, roles },
  person: SAM,
  manager: null,
});
const lead = by('lead', 'qa-lead');

const joined: PersonEvent = { type: 'PersonJoined', facts: { on: '2020-01-06' }, narrative: null };
const capacity = (audits: number, from: string): PersonEvent => ({
  type: 'CapacitySet',
  facts: { audits, from },
  narrative: null,
});
const absence = (from: string, to: string | null): PersonEvent => ({
  type: 'AbsenceRecorded',
  facts: { from, to },
  narrative: null,
});
const agencyEnd = (on: string | null): PersonEvent => ({
  type: 'AgencyEndDateSet',
  facts: { on },
  narrative: null,
});
const cancelled = (from: string): PersonEvent => ({
  type: 'AbsenceCancelled',
  facts: { from },
  narrative: null,
});
const set = (audits: number, from = '2021-04-01'): SetCapacity => ({ type: 'SetCapacity', audits, from });
const away = (from: string, to: string | null): RecordAbsence => ({
  type: 'RecordAbsence',
  from,
  to,
});
const stateAfter = (...events: PersonEvent[]): PersonState => events.reduce(person.evolve, nobodyYet);

describe('How much somebody can audit', () => {
  it.each([-1, 1.5, 201, Number.NaN, '4' as unknown as number])('is not %p', (audits) => {
    given(person, [joined]).when(set(audits), lead).thenRefused('capacity-invalid');
  });

  it('is set from a day on, in advance or afterwards, and may be nothing at all', () => {
    given(person, [joined]).when(set(0, '2020-01-01'), lead).then(capacity(0, '2020-01-01'));
    given(person, [joined]).when(set(200, '2030-01-01'), lead).then(capacity(200, '2030-01-01'));
    given(person, [joined]).when(set(4, '2021-02-29'), lead).thenRefused('not-a-date');
  });

  it('is corrected from the same day, and not recorded twice', () => {
    const known = [joined, capacity(4, '2021-04-01')];
    given(person, known).when(set(4), lead).thenRefused('already-set');
    given(person, known).when(set(6), lead).then(capacity(6, '2021-04-01'));
    expect(stateAfter(...known, capacity(6, '2021-04-01'), capacity(2, '2021-05-01')).capacities).toEqual([
      { audits: 6, from: '2021-04-01' },
      { audits: 2, from: '2021-05-01' },
    ]);
  });
});

describe('An absence', () => {
  it('is recorded by oneself, a quality assurance lead or an administrator, and by nobody else', () => {
    for (const context of [by(SAM), lead, by('x', 'administrator')]) {
      given(person, [joined])
        .when(away('2021-04-05', '2021-04-16'), context)
        .then(absence('2021-04-05', '2021-04-16'));
    }
    given(person, [joined]).when(away('2021-04-05', null), by('x', 'auditor')).thenRefused('not-permitted');
  });

  it.each([
    ['2021-02-29', null, 'not-a-date'],
    ['2021-04-05', '2021-04-31', 'not-a-date'],
    ['2021-04-05', '2021-04-04', 'ends-before-start'],
  ] as const)('is refused from %s to %s: %s', (from, to, code) => {
    given(person, [joined]).when(away(from, to), lead).thenRefused(code);
  });

  it.each([
    ['2021-04-16', '2021-04-20'],
    ['2021-04-01', '2021-04-05'],
    ['2021-04-07', '2021-04-08'],
    ['2021-04-01', null],
  ])('shares no day with another one: %s to %s', (from, to) => {
    given(person, [joined, absence('2021-04-05', '2021-04-16')])
      .when(away(from, to), lead)
      .thenRefused('absences-overlap', { from: '2021-04-05', to: '2021-04-16' });
  });

  it.each([
    ['2021-04-01', '2021-04-04'],
    ['2021-04-17', null],
  ])('may lie next to another one: %s to %s', (from, to) => {
    given(person, [joined, absence('2021-04-05', '2021-04-16')])
      .when(away(from, to), lead)
      .then(absence(from, to));
  });

  it('leaves no room after one whose end nobody knows, until that is known', () => {
    const openEnded = [joined, absence('2021-04-05', null)];
    given(person, openEnded)
      .when(away('2022-01-01', '2022-01-02'), lead)
      .thenRefused('absences-overlap', { from: '2021-04-05', to: null });
    given(person, openEnded)
      .when(away('2021-04-05', '2021-04-30'), lead)
      .then(absence('2021-04-05', '2021-04-30'));
    expect(stateAfter(...openEnded, absence('2021-04-05', '2021-04-30')).absences).toEqual([
      { from: '2021-04-05', to: '2021-04-30' },
    ]);
    given(person, openEnded).when(away('2021-04-05', null), lead).thenRefused('already-set');
  });

  it('is cancelled by its first day', () => {
    const known = [joined, absence('2021-04-05', '2021-04-16'), absence('2021-05-03', null)];
    given(person, known)
      .when({ type: 'CancelAbsence', from: '2021-05-03' }, by(SAM))
      .then(cancelled('2021-05-03'));
    given(person, known)
      .when({ type: 'CancelAbsence', from: '2021-04-06' }, lead)
      .thenRefused('unknown-absence', { from: '2021-04-06' });
    given(person, known)
      .when({ type: 'CancelAbsence', from: '2021-04-05' }, by('x', 'moderator'))
      .thenRefused('not-permitted');
    expect(stateAfter(...known, cancelled('2021-04-05')).absences).toEqual([
      { from: '2021-05-03', to: null },
    ]);
  });
});

describe('The last day with an agency', () => {
  it('is set, moved and taken away', () => {
    const known = [joined, agencyEnd('2021-06-30')];
    given(person, known).when({ type: 'SetAgencyEndDate', on: null }, lead).then(agencyEnd(null));
    given(person, known)
      .when({ type: 'SetAgencyEndDate', on: '2021-09-30' }, lead)
      .then(agencyEnd('2021-09-30'));
    expect(stateAfter(...known, agencyEnd('2021-09-30')).agencyEndsOn).toBe('2021-09-30');
  });

  it.each([
    ['2021-02-29', 'not-a-date'],
    ['2020-01-05', 'before-joining'],
    ['2021-06-30', 'already-set'],
  ])('is refused on %s: %s', (on, code) => {
    given(person, [joined, agencyEnd('2021-06-30')])
      .when({ type: 'SetAgencyEndDate', on }, lead)
      .thenRefused(code);
  });

  it('does not stand for somebody who left and came back', () => {
    const left: PersonEvent = { type: 'PersonLeft', facts: { on: '2021-06-30' }, narrative: null };
    const back: PersonEvent = { type: 'PersonJoined', facts: { on: '2021-09-01' }, narrative: null };
    expect(stateAfter(joined, agencyEnd('2021-06-30'), left, back).agencyEndsOn).toBeNull();
  });
});

describe('An absence without a last day', () => {
  it('does not stand for somebody who left and came back, and one that ended does', () => {
    const left: PersonEvent = { type: 'PersonLeft', facts: { on: '2021-06-30' }, narrative: null };
    const back: PersonEvent = { type: 'PersonJoined', facts: { on: '2021-09-01' }, narrative: null };
    const ended = absence('2021-01-04', '2021-01-08');
    const known = [joined, ended, absence('2021-06-01', null), left];
    expect(stateAfter(...known).absences).toHaveLength(2);
    expect(stateAfter(...known, back).absences).toEqual([ended.facts]);
  });
});
