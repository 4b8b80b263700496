import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { calendarOf } from '../bank-holidays.js';
import { timelinessCalendars } from '../auditor-timeliness/allocations-of.js';
import { clockCycles } from '../auditor-timeliness/timed-cycle.js';
import {
  ANOTHER_PERSON,
  escalatedFacts,
  finalisedFacts,
  foldAll,
  gradedFacts,
  History,
  holidayFacts,
  idOf,
  longHistory,
  moderatedFacts,
  PERSON,
  plannedFacts,
  selectedFacts,
} from '../testing.js';
import type { ViewEvent } from '../view.js';
import { auditClocks } from './audit-clocks.js';
import { clockFigure } from './clock-figure.js';
import { clockedAudits, clockedEscalations } from './clocked-audit.js';
import { CLOCKS, type Clock, type ClockedCase } from './clocked-case.js';
import { escalationClocks } from './escalation-clocks.js';

const AUDIT = idOf('case-audit', 1);
const ESCALATION = idOf('escalation', 1);
const RETURNED = { by: ANOTHER_PERSON, reasonCode: 'evidence-thin', grade: 'good', attempt: 1 } as const;

const casesOf = (events: readonly ViewEvent[], at: string): readonly ClockedCase[] => {
  const cycles = new Map(foldAll(clockCycles, events).map((cycle) => [cycle.id, cycle]));
  const audits = foldAll(clockedAudits, events).filter(({ cycle }) => cycles.has(cycle));
  const byId = new Map(audits.map((audit) => [audit.id, audit]));
  const calendar = calendarOf(foldAll(timelinessCalendars, events)[0]);
  const settings = { today: at.slice(0, 10), calendar, leftAt: null };
  return [
    ...audits.flatMap((audit) => auditClocks(audit, { ...settings, cycle: cycles.get(audit.cycle)! })),
    ...foldAll(clockedEscalations, events).flatMap((escalation) => {
      const audit = byId.get(escalation.audit);
      return audit === undefined ? [] : escalationClocks(escalation, audit, at);
    }),
  ];
};

/** Graded on Thursday 1 April 2021, the day before Good Friday; the policy has five working days for moderation. */
const graded = (): History =>
  new History()
    .add('cycle', idOf('cycle', 1), 'CyclePlanned', plannedFacts())
    .add('working-calendar', idOf('working-calendar', 1), 'BankHolidaysPublished', holidayFacts())
    .add('case-audit', AUDIT, 'CaseSelected', selectedFacts(1))
    .add('case-audit', AUDIT, 'CaseGraded', gradedFacts('good'));
const askedFor = (): History => graded().add('case-audit', AUDIT, 'ModerationRequired', { rule: 'random' });

const standings = ({ events }: History, clock: Clock, ...days: readonly string[]): unknown =>
  days.map((day) => {
    const [one] = casesOf(events, `${day}T12:00:00.000Z`).filter((each) => each.clock === clock);
    return one === undefined ? null : [one.standing, one.taken];
  });

describe('the clock of moderation', () => {
  it('goes from the first grade in working days, and is late after those of the policy', () => {
    expect(standings(graded(), 'moderation', '2021-04-30')).toEqual([null]);
    expect(standings(askedFor(), 'moderation', '2021-04-01', '2021-04-12', '2021-04-13')).toEqual([
      ['waiting', 0],
      ['waiting', 5],
      ['waiting-late', 6],
    ]);
    const moderated = (day: string): History =>
      askedFor()
        .at(`${day}T09:00:00.000Z`)
        .add('case-audit', AUDIT, 'GradeModerated', moderatedFacts('good', 'good'));
    expect(standings(moderated('2021-04-12'), 'moderation', '2021-06-01')).toEqual([['done-in-time', 5]]);
    expect(standings(moderated('2021-04-13'), 'moderation', '2021-06-01')).toEqual([['done-late', 6]]);
    expect(standings(askedFor(), 'moderation', '2022-01-03')).toEqual([['days-not-known', null]]);
  });

  it('is of the first grade alone: what was returned before has ended, and what was missed is late', () => {
    const returned = askedFor()
      .at('2021-04-06T09:00:00.000Z')
      .add('case-audit', AUDIT, 'AuditReturned', RETURNED)
      .add('case-audit', AUDIT, 'CaseGraded', { ...gradedFacts('good'), attempt: 2 })
      .at('2021-05-06T09:00:00.000Z')
      .add('case-audit', AUDIT, 'GradeModerated', moderatedFacts('good', 'good'));
    expect(standings(returned, 'moderation', '2021-06-01')).toEqual([['ended-otherwise', 1]]);
    const missed = askedFor()
      .at('2021-04-06T09:00:00.000Z')
      .add('case-audit', AUDIT, 'ModerationMissed', { reasonCode: 'nobody-free', by: PERSON });
    // Easter Monday is no working day; three days later it has waited for four.
    expect(standings(missed, 'moderation', '2021-04-06', '2021-04-09')).toEqual([
      ['missed', 1],
      ['missed', 4],
    ]);
    const { events } = missed;
    expect(clockFigure('moderation', casesOf(events, '2021-04-09T12:00:00.000Z'))).toMatchObject({
      ...{ n: 1, inTime: { n: 0, of: 1 }, late: { n: 1, of: 1, percent: 100 }, uncounted: 0 },
      taken: { n: 1, reached: 0, notReached: 1, median: { value: null, reason: 'not-yet-reached' } },
    });
    const done = missed
      .at('2021-04-13T09:00:00.000Z')
      .add('case-audit', AUDIT, 'GradeModerated', moderatedFacts('good', 'good'));
    expect(standings(done, 'moderation', '2021-06-01')).toEqual([['done-late', 6]]);
  });

  it('goes from when somebody asked for it, where that was later than the grade', () => {
    const requested = graded()
      .at('2021-04-08T09:00:00.000Z')
      .add('case-audit', AUDIT, 'ModerationRequired', { rule: 'requested' });
    expect(standings(requested, 'moderation', '2021-04-15', '2021-04-16')).toEqual([
      ['waiting', 5],
      ['waiting-late', 6],
    ]);
    const before = new History()
      .add('cycle', idOf('cycle', 1), 'CyclePlanned', plannedFacts())
      .add('working-calendar', idOf('working-calendar', 1), 'BankHolidaysPublished', holidayFacts())
      .add('case-audit', AUDIT, 'CaseSelected', selectedFacts(1))
      .add('case-audit', AUDIT, 'ModerationRequired', { rule: 'requested' })
      .at('2021-04-08T09:00:00.000Z');
    expect(standings(before, 'moderation', '2021-04-08')).toEqual([null]);
    before.add('case-audit', AUDIT, 'CaseGraded', gradedFacts('good'));
    expect(standings(before, 'moderation', '2021-04-15')).toEqual([['waiting', 5]]);
  });
});

it('feedback is late after its day, and a comment cannot be: nobody has to comment', () => {
  const finalised = (): History =>
    graded().add('case-audit', AUDIT, 'AuditFinalised', finalisedFacts('good'));
  expect(standings(finalised(), 'feedback', '2021-05-11', '2021-05-12')).toEqual([
    ['waiting', 5],
    ['waiting-late', 6],
  ]);
  const given = (on: string): History =>
    finalised().add('case-audit', AUDIT, 'FeedbackGiven', { by: PERSON, to: [ANOTHER_PERSON], on });
  expect(standings(given('2021-05-11'), 'feedback', '2021-06-01')).toEqual([['done-in-time', 5]]);
  expect(standings(given('2021-05-12'), 'feedback', '2021-06-01')).toEqual([['done-late', 6]]);
  expect(standings(finalised(), 'comment', '2021-05-18', '2021-05-19')).toEqual([
    ['waiting', 10],
    ['nobody-commented', 10],
  ]);
  const facts = { by: PERSON, role: 'practitioner', accurate: 'yes' } as const;
  const commented = finalised().add('case-audit', AUDIT, 'PractitionerCommented', facts);
  expect(standings(commented, 'comment', '2021-06-01')).toEqual([['done', 0]]);
  const [one, other] = [finalised(), commented].map(({ events }) =>
    casesOf(events, '2021-06-01T12:00:00.000Z'),
  );
  const figure = clockFigure('comment', [...one!, ...other!]);
  expect(figure).toMatchObject({ n: 2, inTime: { of: 0, percent: null, reason: 'n=0' }, late: { of: 0 } });
  expect(figure.byStanding.filter(({ n }) => n > 0)).toEqual([
    { standing: 'done', n: 1 },
    { standing: 'nobody-commented', n: 1 },
  ]);
});

it('an escalation waits in hours, is late when it was breached, and begins anew when it is handed on', () => {
  const history = graded().add('escalation', ESCALATION, 'EscalationOpened', escalatedFacts());
  const at = (moment: string): unknown =>
    casesOf(history.events, moment).map(({ clock, standing, taken }) => [clock, standing, taken]);
  expect(at('2021-04-02T12:00:00.000Z')).toEqual([
    ['acknowledgement', 'waiting', 24],
    ['resolution', 'waiting', 24],
  ]);
  expect(at('2021-04-02T13:30:00.000Z')).toMatchObject([{}, ['resolution', 'waiting-late', 25.5]]);
  const acknowledged = { by: PERSON, at: '2021-04-01T13:00:00.000Z' };
  history.add('escalation', ESCALATION, 'EscalationAcknowledged', acknowledged);
  expect(at('2021-04-02T12:00:00.000Z')).toMatchObject([['acknowledgement', 'done', 1], {}]);
  const handedOn = { from: PERSON, to: ANOTHER_PERSON, reasonCode: 'on-leave' };
  history.add('escalation', ESCALATION, 'EscalationReassigned', handedOn);
  expect(at('2021-04-02T12:00:00.000Z')).toMatchObject([['acknowledgement', 'waiting', 24], {}]);
  const done = { whatCode: 'visit-made', doneOn: '2021-04-02', onChildRecordSince: '2021-04-02' };
  history.at('2021-04-01T14:00:00.000Z');
  history.add('escalation', ESCALATION, 'EscalationResolved', { by: ANOTHER_PERSON, ...done }, 0);
  expect(at('2021-04-09T12:00:00.000Z')).toEqual([
    ['acknowledgement', 'done', 2],
    ['resolution', 'done-in-time', 2],
  ]);
});

it('every clock adds up for whatever happens', () => {
  fc.assert(
    fc.property(longHistory, fc.constantFrom('2021-04-01', '2021-04-20', '2021-07-01'), (events, day) => {
      const cases = casesOf(events, `${day}T12:00:00.000Z`);
      const figures = CLOCKS.map((clock) => clockFigure(clock, cases));
      expect(figures.reduce((total, { n }) => total + n, 0)).toBe(cases.length);
      for (const { n, byStanding, inTime, late, taken, uncounted } of figures) {
        expect(byStanding.reduce((total, row) => total + row.n, 0)).toBe(n);
        expect([inTime.n + late.n, taken.n + uncounted]).toEqual([inTime.of, n]);
      }
    }),
    { seed: 20211122, numRuns: 200 },
  );
});
