import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { ActionVerdict, Grade, ReAuditRule } from '#audit-cycle';
import {
  ANOTHER_PERSON,
  foldAll,
  History,
  idOf,
  PERSON,
  longHistory,
  selectedFacts,
  setFacts,
} from '../testing.js';
import { claimedActions } from './claimed-action.js';
import { reAuditFigure, type ReAuditFigure } from './figure.js';
import type { ReAuditFindings } from './findings.js';
import type { ReAuditOutcome } from './tested-re-audit.js';
import { outcomeOf } from './outcome-of.js';
import { reAuditOutcomeRows } from './re-audit-row.js';
import type { ViewEvent } from '../view.js';

const ACTIONS = [1, 2, 3].map((n) => idOf('improvement-action', n));
const DONE = { by: PERSON, doneOn: '2021-05-01', reportedOn: '2021-05-01' };
const DRAW = { cycle: idOf('cycle', 1), seed: 'seed', index: 0 };
const REOPENED = { by: ANOTHER_PERSON, reasonCode: 'not-on-record' };

function selected(history: History, n: number, originalGrade: Grade, rule: ReAuditRule = 'drawn'): void {
  const at = { asAt: '2021-06-01', team: 'North', worker: null, child: 'child-1' };
  const about = { audit: idOf('case-audit', 1), cycle: idOf('cycle', 1), originalGrade, actions: ACTIONS };
  const how = {
    rule,
    reasonCode: rule === 'chosen' ? 'team-asked' : null,
    draw: rule === 'drawn' ? DRAW : null,
    reviewed: selectedFacts(1).reviewed,
    tool: selectedFacts(1).tool,
  };
  history.add('re-audit', idOf('re-audit', n), 'CaseSelectedForReAudit', { ...at, ...about, ...how });
}

function reAudited(history: History, n: number, grade: Grade, verdicts: readonly ActionVerdict[]): void {
  history.add('re-audit', idOf('re-audit', n), 'CaseReaudited', {
    ...{ audit: idOf('case-audit', 1), reAuditor: ANOTHER_PERSON, grade, scale: 'ofsted-four-point-1' },
    verdicts: verdicts.map((verdict, index) => ({ action: ACTIONS[index]!, verdict })),
  });
}

const withActions = (): History =>
  ACTIONS.reduce(
    (history, id) => history.add('improvement-action', id, 'ActionSet', setFacts()),
    new History(),
  );

const outcomes = (events: readonly ViewEvent[]): readonly ReAuditOutcome[] => {
  const actions = new Map(foldAll(claimedActions, events).map((action) => [action.id, action]));
  return foldAll(reAuditOutcomeRows, events).map((row) => outcomeOf(row, null, actions));
};

/** Of those that were drawn. */
const foundOf = ({ events }: History): ReAuditFindings => reAuditFigure(outcomes(events)).drawn;

describe('the outcomes of re-audits', () => {
  it('set what was found against what had been claimed, with the true-closure rate and its interval', () => {
    const history = withActions();
    history.add('improvement-action', ACTIONS[0]!, 'ActionReportedDone', DONE);
    history.add('improvement-action', ACTIONS[1]!, 'ActionReportedDone', DONE);
    selected(history, 1, 'requires-improvement');
    reAudited(history, 1, 'good', ['done', 'not-done', 'partly']);
    const { drawn, ...figure } = reAuditFigure(outcomes(history.events));
    expect(drawn).toMatchObject({
      reAudits: { selected: 1, reAudited: 1, underWay: 0, withdrawn: 0 },
      tested: 3,
      testedAgain: 0,
      verdicts: ['done', 'partly', 'not-done'].map((verdict) => ({ verdict, n: 1 })),
      // Wilson by hand: 1 of 3 and 1 of 2 at 1.96.
      trueClosure: { n: 1, of: 3, percent: 33.3, interval95: [6.1, 79.2] },
      trueClosureOfClaimed: { n: 1, of: 2, percent: 50, interval95: [9.5, 90.5] },
      byClaim: [
        { claimedDone: true, n: 2 },
        { claimedDone: false, n: 1 },
      ],
      grades: { better: 1, same: 0, worse: 0 },
      missing: [],
    });
    expect(figure).toMatchObject({
      reAudits: { selected: 1 },
      notDrawn: ['inadequate', 'chosen'].map((rule) => ({ rule, tested: 0, trueClosure: { reason: 'n=0' } })),
    });
  });

  it('of cases that somebody chose, or that were inadequate, stand by themselves: chance alone makes the headline', () => {
    const history = withActions();
    selected(history, 1, 'good');
    reAudited(history, 1, 'good', ['done', 'done', 'not-done']);
    selected(history, 2, 'inadequate', 'inadequate');
    reAudited(history, 2, 'good', ['not-done', 'not-done', 'not-done']);
    selected(history, 3, 'inadequate', 'chosen');
    reAudited(history, 3, 'inadequate', ['done', 'not-done', 'not-done']);
    selected(history, 4, 'good', 'chosen');
    // All together would be 3 of 9, which is 33.3 %, and say something of no list of cases.
    expect(reAuditFigure(outcomes(history.events))).toMatchObject({
      reAudits: { selected: 4, reAudited: 3, underWay: 1, withdrawn: 0 },
      drawn: {
        tested: 3,
        testedAgain: 0,
        trueClosure: { n: 2, of: 3, percent: 66.7 },
        grades: { better: 0, same: 1, worse: 0 },
        missing: [],
      },
      notDrawn: [
        {
          rule: 'inadequate',
          tested: 3,
          trueClosure: { n: 0, of: 3, percent: 0 },
          grades: { better: 1, same: 0 },
        },
        {
          rule: 'chosen',
          reAudits: { selected: 2, underWay: 1 },
          trueClosure: { n: 1, of: 3, percent: 33.3 },
          grades: { better: 0, same: 1 },
          missing: [{ reason: 're-audit-under-way', n: 3 }],
        },
      ],
    });
  });

  it('takes the claim as it stood when the case was audited again, whatever is said later', () => {
    const history = withActions();
    history.add('improvement-action', ACTIONS[0]!, 'ActionReportedDone', DONE);
    history.add('improvement-action', ACTIONS[1]!, 'ActionReportedDone', DONE);
    history.add('improvement-action', ACTIONS[1]!, 'ActionReopened', REOPENED);
    selected(history, 1, 'good');
    reAudited(history, 1, 'good', ['not-done', 'not-done', 'not-done']);
    history.add('improvement-action', ACTIONS[0]!, 'ActionReopened', REOPENED);
    history.add('improvement-action', ACTIONS[2]!, 'ActionReportedDone', DONE);
    const [{ actions }] = outcomes(history.events) as [ReAuditOutcome];
    expect(actions.map(({ claimedDone }) => claimedDone)).toEqual([true, false, false]);
  });

  it('say whether what was found done made a difference, as far as somebody judged', () => {
    const history = withActions();
    selected(history, 1, 'good');
    reAudited(history, 1, 'good', ['done', 'done', 'partly']);
    const judged = (impact: 'yes' | 'no') => ({ by: ANOTHER_PERSON, impact, on: '2021-07-01' });
    history.add('improvement-action', ACTIONS[0]!, 'ImpactJudged', judged('yes'));
    history.add('improvement-action', ACTIONS[2]!, 'ImpactJudged', judged('no'));
    expect(foundOf(history).foundDone).toMatchObject({
      verified: 2,
      standings: [{ standing: 'yes', n: 1 }, { n: 0 }, { n: 0 }, { standing: 'not-yet-judged', n: 1 }],
      madeADifference: { n: 1, of: 1 },
    });
    history.add('improvement-action', ACTIONS[0]!, 'ActionReopened', REOPENED);
    expect(foundOf(history).foundDone.madeADifference).toMatchObject({ of: 0 });
  });

  it('says of actions without a verdict why, and of nothing that it is nothing', () => {
    const history = withActions();
    selected(history, 1, 'good');
    selected(history, 2, 'good');
    history.add('re-audit', idOf('re-audit', 2), 'ReAuditWithdrawn', { reasonCode: 'moved', by: PERSON });
    expect(foundOf(history)).toMatchObject({
      reAudits: { selected: 2, underWay: 1, withdrawn: 1 },
      tested: 0,
      trueClosure: { n: 0, of: 0, percent: null, interval95: null, reason: 'n=0' },
      missing: [
        { reason: 're-audit-under-way', n: 3 },
        { reason: 're-audit-withdrawn', n: 3 },
      ],
    });
  });

  it('counts an action that was tested twice twice, and says so', () => {
    const history = withActions();
    for (const n of [1, 2]) {
      selected(history, n, 'good');
      reAudited(history, n, 'inadequate', ['done', 'done', 'partly']);
    }
    const figure = foundOf(history);
    expect(figure).toMatchObject({ tested: 6, testedAgain: 3, grades: { worse: 2 } });
    expect(figure.grades.matrix[1]).toMatchObject({
      grade: 'good',
      beside: [{ n: 0 }, { n: 0 }, { n: 0 }, { grade: 'inadequate', n: 2 }],
    });
  });

  it('reconcile for whatever happens', () => {
    fc.assert(
      fc.property(longHistory, (events) => {
        const all = outcomes(events);
        const figure = reAuditFigure(all);
        expectToReconcile(figure);
        const actions = all.reduce((sum, one) => sum + one.actions.length, 0);
        const parts = partsOf(figure);
        expect(parts.reduce((sum, { tested, missing }) => sum + tested + total(missing), 0)).toBe(actions);
      }),
      { seed: 20211101, numRuns: 200 },
    );
  });
});

function expectToReconcile(figure: ReAuditFigure): void {
  for (const status of ['selected', 'reAudited', 'underWay', 'withdrawn'] as const)
    expect(partsOf(figure).reduce((sum, { reAudits }) => sum + reAudits[status], 0)).toBe(
      figure.reAudits[status],
    );
  for (const { reAudits, tested, verdicts, byClaim, grades, foundDone } of partsOf(figure)) {
    const { selected: all, reAudited: finished, underWay, withdrawn } = reAudits;
    expect(finished + underWay + withdrawn).toBe(all);
    expect([total(foundDone.standings), foundDone.verified]).toEqual([verdicts[0]!.n, verdicts[0]!.n]);
    expect([total(verdicts), total(byClaim)]).toEqual([tested, tested]);
    byClaim.forEach((row) => expect(total(row.verdicts)).toBe(row.n));
    expect(total(grades.matrix.flatMap(({ beside }) => beside))).toBe(
      grades.better + grades.same + grades.worse,
    );
  }
}

const partsOf = ({ drawn, notDrawn }: ReAuditFigure): readonly ReAuditFindings[] => [drawn, ...notDrawn];

const total = (parts: readonly { readonly n: number }[]): number => parts.reduce((sum, { n }) => sum + n, 0);
