import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isOfAudit, isOfSurgery } from '../action-source.js';
import { calendarOf } from '../bank-holidays.js';
import {
  ANOTHER_PERSON,
  foldAll,
  History,
  idOf,
  PERSON,
  plannedFacts,
  longHistory,
  setFacts,
} from '../testing.js';
import type { ViewEvent } from '../view.js';
import type { ActionsAskedFor } from './actions-asked-for.js';
import { bandOf } from './ageing.js';
import { completionInParts, type CompletionInParts } from './completion-in-parts.js';
import { ageingSettings, completionFigureOf } from './completion-of-cycles.js';
import { countedActions, isChosen, type CountedAction, type CountedActionChoice } from './counted-actions.js';
import { completionCalendars, completionCycles, trackedActions } from './rows.js';

const ACTION = idOf('improvement-action', 1);
const CYCLE = idOf('cycle', 1);
const DONE = { by: PERSON, doneOn: '2021-04-20', reportedOn: '2021-04-20' };
const REOPENED = { by: ANOTHER_PERSON, reasonCode: 'not-on-record' };
const CANCELLED = { reasonCode: 'error', approvedBy: ANOTHER_PERSON };
const verified = (verdict: 'done' | 'partly' | 'not-done') =>
  ({ by: ANOTHER_PERSON, verdict, method: 'record-checked' }) as const;
const judged = (impact: 'yes' | 'no' | 'too-early') =>
  ({ by: ANOTHER_PERSON, impact, on: '2021-06-01' }) as const;

const asked = (events: readonly ViewEvent[]): ActionsAskedFor => {
  const cycles = foldAll(completionCycles, events);
  const known = new Set(cycles.map(({ id }) => id));
  return {
    cycles,
    actions: foldAll(trackedActions, events)
      .filter(isOfAudit)
      .filter(({ cycle }) => known.has(cycle)),
    calendar: calendarOf(foldAll(completionCalendars, events)[0]),
  };
};

/** Set on Thursday 1 April 2021, the day before Good Friday. */
const withAction = (due = '2021-04-23'): History =>
  new History()
    .add('cycle', CYCLE, 'CyclePlanned', plannedFacts())
    .add('working-calendar', idOf('working-calendar', 1), 'BankHolidaysPublished', {
      ...{ nation: 'england', covers: { from: '2021-01-01', to: '2021-12-31' }, source: 'a list' },
      holidays: ['2021-04-02', '2021-04-05', '2021-05-03', '2021-05-31'],
    })
    .add('improvement-action', ACTION, 'ActionSet', setFacts({ due }));

const times = (history: History, today: string): CompletionInParts['calendarDaysTo'] =>
  completionFigureOf(asked(history.events), today).calendarDaysTo;

describe('how old open actions are', () => {
  const bandOn = (today: string): unknown => {
    const all = asked(withAction().events);
    return bandOf(all.actions[0]!, ageingSettings(all, today));
  };

  it('goes by working days, and the weekend after the day on which it was due is none', () => {
    // Due on a Friday. The policy has an action due soon from three working days before.
    expect(['2021-04-19', '2021-04-20', '2021-04-23'].map(bandOn)).toEqual([
      ...['not-yet-due', 'due-soon', 'due-soon'],
    ]);
    expect(['2021-04-24', '2021-04-30'].map(bandOn)).toEqual(['overdue-up-to-5', 'overdue-up-to-5']);
    // Monday 3 May is a bank holiday, so that the sixth working day is the Tuesday, and the twentieth is 24 May.
    expect(['2021-05-03', '2021-05-04', '2021-05-24', '2021-05-25'].map(bandOn)).toEqual([
      ...['overdue-up-to-5', 'overdue-6-to-20', 'overdue-6-to-20', 'overdue-over-20'],
    ]);
  });

  it('is not counted where no bank holidays are published for the days, and an action that is not open has none', () => {
    expect(bandOn('2022-01-01')).toBe('overdue-uncounted');
    const done = withAction().add('improvement-action', ACTION, 'ActionReportedDone', DONE);
    expect(completionFigureOf(asked(done.events), '2021-06-01').ageing).toMatchObject({ open: 0 });
  });
});

describe('how long actions take', () => {
  it('counts what is open until the day of asking', () => {
    expect(times(withAction(), '2021-04-11').reportedDone).toEqual({
      ...{ n: 1, reached: 0, notReached: 1, curve: [] },
      median: { value: null, reason: 'not-yet-reached', interval95: [null, null] },
    });
  });

  it('takes the last claim and the last verdict that stand, from the day on which it was set', () => {
    const history = withAction()
      .at('2021-04-10T09:00:00.000Z')
      .add('improvement-action', ACTION, 'ActionReportedDone', DONE)
      .add('improvement-action', ACTION, 'ActionVerified', verified('partly'));
    expect(times(history, '2021-05-01')).toMatchObject({
      reportedDone: { median: { value: 9 } },
      verified: { median: { value: 9 } },
      verifiedDone: { reached: 0, notReached: 1 },
    });
    history.add('improvement-action', ACTION, 'ActionReopened', REOPENED);
    expect(times(history, '2021-05-01')).toMatchObject({
      reportedDone: { reached: 0 },
      verified: { reached: 0 },
    });
    history
      .at('2021-04-20T09:00:00.000Z')
      .add('improvement-action', ACTION, 'ActionReportedDone', DONE)
      .add('improvement-action', ACTION, 'ActionVerified', verified('done'));
    expect(times(history, '2021-05-01')).toMatchObject({
      reportedDone: {
        median: { value: 19 },
        curve: [{ time: 19, atRisk: 1, reached: 1, percentWaiting: 0 }],
      },
      verifiedDone: { reached: 1, median: { value: 19 } },
    });
  });

  it('counts what was cancelled until it was cancelled', () => {
    const later = idOf('improvement-action', 2);
    const history = withAction()
      .add('improvement-action', later, 'ActionSet', setFacts())
      .at('2021-04-05T09:00:00.000Z')
      .add('improvement-action', ACTION, 'ActionCancelled', CANCELLED)
      .at('2021-04-11T09:00:00.000Z')
      .add('improvement-action', later, 'ActionReportedDone', DONE);
    // On the tenth day one alone is still followed; were the other counted as waiting on, half would still wait.
    expect(times(history, '2021-05-01').reportedDone.curve).toMatchObject([
      { time: 10, atRisk: 1, reached: 1, percentWaiting: 0 },
    ]);
  });
});

it('what was verified has made a difference or not, and that is asked of nothing else', () => {
  const history = withAction();
  const impact = (): unknown => completionFigureOf(asked(history.events), '2021-06-01').byKind[0]!.impact;
  expect(impact()).toMatchObject({ verified: 0 });
  history.add('improvement-action', ACTION, 'ActionVerified', verified('done'));
  expect(impact()).toMatchObject({ verified: 1, madeADifference: { of: 0, reason: 'n=0' } });
  history.add('improvement-action', ACTION, 'ImpactJudged', judged('too-early'));
  expect(impact()).toMatchObject({ standings: [{}, {}, { standing: 'too-early', n: 1 }, { n: 0 }] });
  history.add('improvement-action', ACTION, 'ImpactJudged', judged('yes'));
  expect(impact()).toMatchObject({ madeADifference: { n: 1, of: 1, percent: 100 } });
  history.add('improvement-action', ACTION, 'ActionReopened', REOPENED);
  expect(foldAll(trackedActions, history.events)).toMatchObject([{ impact: null }]);
});

it('everything adds up for whatever happens, and every count leads to as many actions', () => {
  fc.assert(
    fc.property(longHistory, fc.constantFrom('2021-04-01', '2021-04-20', '2021-07-01'), (events, today) => {
      const all = asked(events);
      const figure = completionFigureOf(all, today);
      const items = countedActions(all, today);
      expectCountsToLead(figure, items);
      const parts = [figure.byPriority, figure.byTeam, figure.byKind];
      parts.forEach((part) => expect(sum(part.map(({ set }) => set))).toBe(figure.set));
      const { ageing, impact, calendarDaysTo } = figure;
      expect(ageing.open).toBe(figure.open);
      [ageing, ...ageing.byPriority, ...ageing.byTeam].forEach(({ open, bands }) =>
        expect(sum(bands.map(({ n }) => n))).toBe(open),
      );
      expect(sum(ageing.byTeam.map(({ open }) => open))).toBe(figure.open);
      expect(impact.verified).toBe(figure.verifiedDone + figure.verifiedPartly + figure.verifiedNotDone);
      const { reportedDone, verified: looked, verifiedDone } = calendarDaysTo;
      for (const { n, reached, notReached, curve } of [reportedDone, looked, verifiedDone]) {
        expect([n, reached + notReached]).toEqual([figure.set, figure.set]);
        expect(sum(curve.map((point) => point.reached))).toBe(reached);
      }
    }),
    { seed: 20211122, numRuns: 200 },
  );
});

it('every action is in the figure of its cycle or of its surgeries, and in one of the two', () => {
  fc.assert(
    fc.property(longHistory, (events) => {
      const all = foldAll(trackedActions, events);
      const settings = { ...ageingSettings(asked(events), '2021-07-01'), dueSoonWorkingDays: () => 3 };
      const cycles = [...new Set(all.filter(isOfAudit).map(({ cycle }) => cycle))];
      const ofCycles = cycles.map((cycle) => all.filter((one) => one.cycle === cycle));
      const figures = [...ofCycles, all.filter(isOfSurgery)].map((part) => completionInParts(part, settings));
      const whole = completionInParts(all, settings);
      for (const count of ['set', 'open', 'overdue', 'verifiedDone', 'cancelled', 'repeats'] as const)
        expect(sum(figures.map((figure) => figure[count]))).toBe(whole[count]);
      expect(all.every((one) => isOfAudit(one) !== isOfSurgery(one))).toBe(true);
    }),
    { seed: 20261122, numRuns: 200 },
  );
});

function expectCountsToLead(figure: CompletionInParts, items: readonly CountedAction[]): void {
  const leads = (choice: CountedActionChoice): number =>
    items.filter((item) => isChosen(item, choice)).length;
  expect(leads({})).toBe(figure.set);
  expect(leads({ status: 'open' })).toBe(figure.open);
  expect(leads({ status: 'reported-done' })).toBe(figure.reportedDone);
  expect(leads({ status: 'cancelled' })).toBe(figure.cancelled);
  expect(leads({ overdue: true })).toBe(figure.overdue);
  expect(leads({ repeats: true })).toBe(figure.repeats);
  expect(leads({ withoutTeam: true })).toBe(figure.byTeam.find(({ team }) => team === null)?.set ?? 0);
  figure.ageing.bands.forEach(({ band, n }) => expect(leads({ band })).toBe(n));
  figure.impact.standings.forEach(({ standing, n }) => expect(leads({ impact: standing })).toBe(n));
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0);
