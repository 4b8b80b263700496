import { describe, expect, it } from '@jest/globals';
import {
  ANOTHER_PERSON,
  foldAll,
  gradedFacts,
  holidayFacts,
  History,
  idOf,
  PERSON,
  selectedFacts,
  withdrawnFacts,
} from '../testing.js';
import { timelinessOn, workingDaysTaken } from './standing.js';
import { timedAudits, type TimedAllocation } from './timed-audit.js';

const AUDIT = idOf('case-audit', 1);
const CONFLICT = { person: PERSON, as: 'auditor', relationship: 'personal' } as const;

const allocated = (): History =>
  new History('2021-04-01T09:00:00.000Z')
    .add('case-audit', AUDIT, 'CaseSelected', selectedFacts(1))
    .add('case-audit', AUDIT, 'AuditorAllocated', {
      ...{ auditor: PERSON, due: '2021-04-20', allocatedBy: PERSON, how: 'by-hand' },
    });

const allocationsIn = ({ events }: History): readonly TimedAllocation[] =>
  foldAll(timedAudits, events)[0]!.allocations;

const standings = (history: History, ...days: readonly string[]): readonly unknown[] =>
  days.map((day) => timelinessOn(day, allocationsIn(history)[0]!, null));

describe('how an allocation stands on a day', () => {
  it('is not there before it was made, is open on the day that it is due and overdue from the next', () => {
    expect(standings(allocated(), '2021-03-31', '2021-04-01', '2021-04-20', '2021-04-21')).toEqual([
      ...[null, 'open', 'open', 'overdue'],
    ]);
  });

  it('is late by the day in London on which it was graded, and until then open or overdue', () => {
    // An hour before midnight in UTC it is the next day in London, where it is summer.
    const inTime = allocated().at('2021-04-20T22:58:00.000Z');
    inTime.add('case-audit', AUDIT, 'CaseGraded', gradedFacts('good'));
    expect(standings(inTime, '2021-04-19', '2021-04-20', '2021-05-01')).toEqual([
      ...['open', 'graded-in-time', 'graded-in-time'],
    ]);
    const late = allocated().at('2021-04-20T22:59:00.000Z');
    late.add('case-audit', AUDIT, 'CaseGraded', gradedFacts('good'));
    expect(standings(late, '2021-04-20', '2021-04-21')).toEqual(['open', 'graded-late']);
  });

  it('took as many working days as its clock would count, over Easter too', () => {
    const graded = allocated().at('2021-04-20T22:59:00.000Z');
    graded.add('case-audit', AUDIT, 'CaseGraded', gradedFacts('good'));
    const { covers, holidays } = holidayFacts();
    const taken = (history: History, covered = covers): unknown =>
      workingDaysTaken(allocationsIn(history)[0]!, { covers: covered, holidays: new Set(holidays) });
    // In London it was graded on the 21st: 20 days, of which three weekends, Good Friday and Easter Monday were free.
    expect(taken(graded)).toBe(12);
    expect(taken(graded, { from: '2021-04-05', to: '2021-12-31' })).toBeNull();
    expect(taken(allocated())).toBeNull();
  });

  it('goes by the longer time that the auditor was given, and keeps the first day', () => {
    const history = allocated().add('case-audit', AUDIT, 'AuditDeadlineExtended', {
      ...{ from: '2021-04-20', to: '2021-04-27', reasonCode: 'absence', by: PERSON },
    });
    expect(standings(history, '2021-04-27', '2021-04-28')).toEqual(['open', 'overdue']);
    expect(allocationsIn(history)).toMatchObject([{ firstDue: '2021-04-20', due: '2021-04-27' }]);
  });

  it('goes by the first grade of the auditor, whatever was returned', () => {
    const history = allocated().at('2021-04-12T09:00:00.000Z');
    history.add('case-audit', AUDIT, 'CaseGraded', gradedFacts('good'));
    history.add('case-audit', AUDIT, 'AuditReturned', {
      ...{ by: ANOTHER_PERSON, reasonCode: 'evidence-thin', grade: 'good', attempt: 1 },
    });
    history.at('2021-05-12T09:00:00.000Z');
    history.add('case-audit', AUDIT, 'CaseGraded', { ...gradedFacts('good'), attempt: 2 });
    expect(standings(history, '2021-05-13')).toEqual(['graded-in-time']);
  });

  it('stays late when the audit is returned and more time is given for what it was returned for', () => {
    const history = allocated().at('2021-04-26T09:00:00.000Z');
    history.add('case-audit', AUDIT, 'CaseGraded', gradedFacts('good'));
    history.add('case-audit', AUDIT, 'AuditReturned', {
      ...{ by: ANOTHER_PERSON, reasonCode: 'evidence-thin', grade: 'good', attempt: 1 },
    });
    history.add('case-audit', AUDIT, 'AuditDeadlineExtended', {
      ...{ from: '2021-04-20', to: '2021-05-11', reasonCode: 'returned', by: PERSON },
    });
    expect(standings(history, '2021-05-13')).toEqual(['graded-late']);
    expect(allocationsIn(history)).toMatchObject([{ firstDue: '2021-04-20', due: '2021-04-20' }]);
  });

  it('ends when the audit is handed on, a conflict takes it or it is withdrawn; the next one starts afresh', () => {
    const handedOn = allocated().add('case-audit', AUDIT, 'AuditorReplaced', {
      ...{ from: PERSON, to: ANOTHER_PERSON, due: '2021-05-04', reasonCode: 'on-leave' },
    });
    expect(standings(handedOn, '2021-05-05')).toEqual(['handed-on']);
    expect(allocationsIn(handedOn)[1]).toMatchObject({ auditor: ANOTHER_PERSON, ended: null });
    const conflict = allocated().add('case-audit', AUDIT, 'ConflictDeclared', CONFLICT);
    expect(standings(conflict, '2021-05-05')).toEqual(['conflict']);
    conflict.add('case-audit', AUDIT, 'AuditorReplaced', {
      ...{ from: null, to: ANOTHER_PERSON, due: '2021-05-04', reasonCode: 'conflict' },
    });
    expect(standings(conflict, '2021-05-05')).toEqual(['conflict']);
    const withdrawn = allocated().add('case-audit', AUDIT, 'AuditWithdrawn', withdrawnFacts());
    expect(standings(withdrawn, '2021-05-05')).toEqual(['withdrawn']);
  });

  it('is left without a grade from the day on which its cycle was closed so', () => {
    const [allocation] = allocationsIn(allocated());
    const on = (day: string): unknown => timelinessOn(day, allocation!, '2021-04-25');
    expect([on('2021-04-24'), on('2021-04-25')]).toEqual(['overdue', 'left-without-grade']);
  });
});
