import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ANOTHER_PERSON, foldAll, History, idOf, PERSON, longHistory, setFacts } from '../testing.js';
import { completionFigure, type CompletionCounts } from './figure.js';
import { trackedActions } from './rows.js';

const action = idOf('improvement-action', 1);
const verified = (verdict: 'done' | 'partly' | 'not-done') =>
  ({ by: ANOTHER_PERSON, verdict, method: 'record-checked' }) as const;

describe('the completion of actions', () => {
  it('has an action overdue from the day after it was due, and only while it is open', () => {
    const history = new History().add(
      'improvement-action',
      action,
      'ActionSet',
      setFacts({ due: '2021-05-04' }),
    );
    const overdueOn = (today: string): number =>
      completionFigure(foldAll(trackedActions, history.events), today).overdue;
    expect(overdueOn('2021-05-04')).toBe(0);
    expect(overdueOn('2021-05-05')).toBe(1);
    history.add('improvement-action', action, 'ActionReportedDone', {
      by: PERSON,
      doneOn: '2021-05-06',
      reportedOn: '2021-05-06',
    });
    expect(overdueOn('2021-05-05')).toBe(0);
  });

  it('counts a moved due date, and keeps the first one', () => {
    const { events } = new History()
      .add('improvement-action', action, 'ActionSet', setFacts({ due: '2021-05-04' }))
      .add('improvement-action', action, 'DueDateMoved', {
        from: '2021-05-04',
        to: '2021-06-04',
        reasonCode: 'absence',
        approvedBy: ANOTHER_PERSON,
      });
    expect(foldAll(trackedActions, events)).toMatchObject([{ due: '2021-06-04', firstDue: '2021-05-04' }]);
  });

  it('puts a reopened action back among the open, with neither claim nor verdict', () => {
    const { events } = new History()
      .add('improvement-action', action, 'ActionSet', setFacts())
      .add('improvement-action', action, 'ActionReportedDone', {
        by: PERSON,
        doneOn: '2021-04-20',
        reportedOn: '2021-04-20',
      })
      .add('improvement-action', action, 'ActionVerified', verified('partly'))
      .add('improvement-action', action, 'ActionReopened', {
        by: ANOTHER_PERSON,
        reasonCode: 'not-on-record',
      });
    expect(foldAll(trackedActions, events)).toMatchObject([
      { status: 'open', reportedDoneAt: null, doneOn: null, verdict: null, verifiedAt: null },
    ]);
  });

  it('counts what is linked to an earlier action as a repeat from then on, however late that is', () => {
    const later = idOf('improvement-action', 2);
    const history = new History()
      .add('improvement-action', action, 'ActionSet', setFacts())
      .add('improvement-action', later, 'ActionSet', setFacts())
      .add('improvement-action', later, 'ActionVerified', verified('done'));
    const known = [...history.events];
    history.add('improvement-action', later, 'ActionLinked', { repeats: action });
    const repeats = (events: typeof known): number =>
      completionFigure(foldAll(trackedActions, events), '2021-04-11').repeats;
    expect([repeats(known), repeats([...history.events])]).toEqual([0, 1]);
  });

  it('measures the time to verified in whole calendar days of London, whatever the verdict', () => {
    const history = new History('2021-04-01T22:30:00.000Z');
    history.add('improvement-action', idOf('improvement-action', 1), 'ActionSet', setFacts(), 0);
    history.add('improvement-action', idOf('improvement-action', 2), 'ActionSet', setFacts(), 0);
    // Half an hour after midnight in London, where it is summer.
    history.at('2021-04-10T23:30:00.000Z');
    history.add('improvement-action', idOf('improvement-action', 1), 'ActionVerified', verified('done'), 0);
    history.add(
      'improvement-action',
      idOf('improvement-action', 2),
      'ActionVerified',
      verified('not-done'),
      0,
    );
    expect(completionFigure(foldAll(trackedActions, history.events), '2021-04-11')).toMatchObject({
      verifiedDone: 1,
      verifiedNotDone: 1,
      medianCalendarDaysToVerified: { value: 10, n: 2 },
    });
  });

  it('has no median of nothing, and says so', () => {
    expect(completionFigure([], '2021-04-11').medianCalendarDaysToVerified).toEqual({
      value: null,
      n: 0,
      reason: 'n=0',
    });
  });

  it('reconciles for whatever happens: each action is in exactly one place', () => {
    fc.assert(
      fc.property(longHistory, fc.constantFrom('2021-04-01', '2021-04-02', '2021-07-01'), (events, today) => {
        const actions = foldAll(trackedActions, events);
        const figure = completionFigure(actions, today);
        expect(figure.set).toBe(actions.length);
        [figure, ...figure.byPriority].forEach(expectToReconcile);
        expect(figure.byPriority.reduce((sum, { set }) => sum + set, 0)).toBe(figure.set);
      }),
      { seed: 20210402, numRuns: 200 },
    );
  });
});

function expectToReconcile(counts: CompletionCounts): void {
  const { open, reportedDone, verifiedDone, verifiedPartly, verifiedNotDone, cancelled } = counts;
  expect(open + reportedDone + verifiedDone + verifiedPartly + verifiedNotDone + cancelled).toBe(counts.set);
  expect(counts.overdue).toBeLessThanOrEqual(open);
  expect(counts.repeats).toBeLessThanOrEqual(counts.set);
}
