import { describe, expect, it } from '@jest/globals';
import { peopleOf, personTies } from '../person-ties.js';
import { ANOTHER_PERSON, escalatedFacts, foldAll, History, idOf, PERSON, selectedFacts } from '../testing.js';
import { escalatedCases, type EscalatedCaseRow } from './escalated-case.js';
import { escalationRows, type EscalationRow } from './escalation-row.js';
import type { EscalationShown } from './escalations-seen.js';
import { escalationFigure } from './figure.js';
import { isSeenBy, type EscalationViewer } from './who-sees.js';

const id = idOf('escalation', 1);
const audit = idOf('case-audit', 1);
const WORKER = '99999999-0000-7000-8000-000000000003';
const LEAD = '99999999-0000-7000-8000-000000000004';

const row = ({ events }: History): EscalationRow => foldAll(escalationRows, events)[0]!;
const opened = (restricted = false): History =>
  new History().add('escalation', id, 'EscalationOpened', escalatedFacts({ restricted }));

describe('an escalation', () => {
  it('says before whom it is, and begins anew when it is handed on', () => {
    const history = opened().add('escalation', id, 'EscalationAcknowledged', {
      by: PERSON,
      at: '2021-04-01T13:00:00.000Z',
    });
    expect(row(history)).toMatchObject({
      status: 'acknowledged',
      acknowledgedAt: '2021-04-01T13:00:00.000Z',
    });
    history.add('escalation', id, 'EscalationReassigned', {
      from: PERSON,
      to: LEAD,
      reasonCode: 'on-leave',
    });
    expect(row(history)).toMatchObject({
      status: 'open',
      namedPerson: LEAD,
      handedOn: 1,
      acknowledgedAt: null,
      dueAt: '2021-04-02T12:00:00.000Z',
    });
  });

  it('ends with what was done, and keeps that it came too late', () => {
    const history = opened()
      .add('escalation', id, 'EscalationResolved', {
        by: LEAD,
        whatCode: 'visit-made',
        doneOn: '2021-04-03',
        onChildRecordSince: '2021-04-03',
      })
      .add('escalation', id, 'EscalationBreached', {
        dueAt: '2021-04-02T12:00:00.000Z',
        how: 'resolved-late',
      });
    expect(row(history)).toMatchObject({
      status: 'resolved',
      resolvedBy: LEAD,
      whatCode: 'visit-made',
      breachRecorded: true,
      breachedHow: 'resolved-late',
    });
  });
});

describe('what is about staff', () => {
  const caseOf = (history: History): EscalatedCaseRow => foldAll(escalatedCases, history.events)[0]!;
  const selected = (): History =>
    new History().add('case-audit', audit, 'CaseSelected', selectedFacts(1, { worker: WORKER }));
  const member = (team: string, from: string) =>
    peopleOf(
      foldAll(
        personTies('a_table'),
        new History()
          .add('person', LEAD, 'PersonJoined', { on: '2019-01-01' })
          .add('person', LEAD, 'TeamMembershipRecorded', { team, from, to: null }).events,
      ),
    );
  const nobody = peopleOf([]);
  const restricted = row(opened(true));
  const seen = (viewer: EscalationViewer, people = nobody, about = caseOf(selected())): boolean =>
    isSeenBy(viewer, restricted, about, people);

  it('is there for those who answer for it and for the one it is before', () => {
    expect(seen({ person: LEAD, reads: 'all' })).toBe(true);
    expect(seen({ person: PERSON, reads: 'own' })).toBe(true);
    expect(seen({ person: LEAD, reads: 'usual' })).toBe(false);
    expect(seen({ person: LEAD, reads: 'own' })).toBe(false);
  });

  it("is not there for the child's worker, nor for anybody of the team, now or to come, whatever their roles", () => {
    expect(seen({ person: WORKER, reads: 'all' })).toBe(false);
    expect(seen({ person: LEAD, reads: 'all' }, member(' north', '2020-01-01'))).toBe(false);
    expect(seen({ person: LEAD, reads: 'all' }, member('North', '2031-01-01'))).toBe(false);
    expect(seen({ person: LEAD, reads: 'all' }, member('South', '2020-01-01'))).toBe(true);
  });

  it('follows a correction of the team and of the worker', () => {
    const corrected = (field: 'team' | 'worker', to: string): EscalatedCaseRow =>
      caseOf(
        selected().add('case-audit', audit, 'CorrectionMade', {
          ...{ field, from: null, to, reasonCode: 'misread', by: PERSON, tied: [] },
        }),
      );
    const lead = { person: LEAD, reads: 'all' } as const;
    expect(seen(lead, member('South', '2020-01-01'), corrected('team', 'South'))).toBe(false);
    expect(seen(lead, nobody, corrected('worker', LEAD))).toBe(false);
  });

  it('is there for nobody while the case itself is not known', () => {
    expect(isSeenBy({ person: LEAD, reads: 'all' }, restricted, undefined, nobody)).toBe(false);
  });
});

it('what is not about staff is there for those who read cases, and for whoever raised it', () => {
  const usual = row(opened());
  const seen = (viewer: EscalationViewer): boolean => isSeenBy(viewer, usual, undefined, peopleOf([]));
  expect(seen({ person: LEAD, reads: 'usual' })).toBe(true);
  expect(seen({ person: ANOTHER_PERSON, reads: 'own' })).toBe(true);
  expect(seen({ person: LEAD, reads: 'own' })).toBe(false);
});

it('the figures count each escalation once by status and once by reason, and say for how many no team is known', () => {
  const base = { ...row(opened()), team: 'North', breached: false };
  const shown: readonly EscalationShown[] = [
    base,
    { ...base, reason: 'inadequate', team: null, breached: true },
    { ...base, status: 'resolved', resolvedAt: '2021-04-02T12:00:00.000Z' },
    { ...base, status: 'resolved', resolvedAt: '2021-04-02T12:00:00.001Z', breached: true },
  ];
  expect(escalationFigure(shown)).toEqual({
    n: 4,
    byStatus: [
      { status: 'open', n: 2 },
      { status: 'acknowledged', n: 0 },
      { status: 'resolved', n: 2 },
    ],
    byReason: [
      { reason: 'immediate-risk', n: 3 },
      { reason: 'inadequate', n: 1 },
    ],
    breached: 2,
    breachedUnresolved: 1,
    resolvedInTime: { n: 1, of: 2 },
    missing: { withoutTeam: 1 },
  });
});
