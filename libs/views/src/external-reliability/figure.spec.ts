import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CURRENT_SCALE, type Grade } from '#audit-cycle';
import {
  ANOTHER_PERSON,
  foldAll,
  History,
  idOf,
  PERSON,
  longHistory,
  roundFacts,
  sampledFacts,
  selectedFacts,
} from '../testing.js';
import { reliabilityFigure, type ExternalCase } from './figure.js';
import { roundRows, type RoundRow } from './round-row.js';

const ROUND = idOf('review-round', 1);
const AUDITS = [1, 2, 3, 4, 5].map((n) => idOf('case-audit', n));

const sampled = (): History =>
  new History()
    .add('review-round', ROUND, 'RoundOpened', roundFacts())
    .add('review-round', ROUND, 'AuditsSampled', sampledFacts(AUDITS));

function allocated(history: History, n: number, reviewer = PERSON): History {
  const { reviewed, tool } = selectedFacts(1);
  const facts = { audit: AUDITS[n]!, reviewer, child: `child-${n}`, reviewed, tool };
  return history.add('review-round', ROUND, 'ReviewAllocated', facts);
}

const committed = (history: History, n: number, grade: Grade): History =>
  allocated(history, n).add('review-round', ROUND, 'BlindGradeCommitted', {
    ...{ audit: AUDITS[n]!, reviewer: PERSON, grade, scale: CURRENT_SCALE, sections: [] },
  });

const compared = (history: History, n: number, ours: Grade, theirs: Grade): History =>
  committed(history, n, theirs).add('review-round', ROUND, 'GradesCompared', {
    ...{ audit: AUDITS[n]!, reviewer: PERSON, ours, theirs, scale: CURRENT_SCALE },
  });

const rowOf = (history: History): RoundRow => foldAll(roundRows, history.events)[0]!;

const casesOf = ({ cases }: RoundRow): readonly ExternalCase[] =>
  Object.entries(cases).map(([audit, { reviewer: _reviewer, ...reviewed }]) => {
    const { cycle, child, cohort, team } = selectedFacts(1);
    return { audit, cycle, child, cohort, team, ...reviewed };
  });

it('a conclusion says what it rests on, what was left out of it and why, and not whose it is', () => {
  const rests = { n: 3, agreed: 2, lowerBoundPercent: 13.5, notReviewed: 0, notJudged: 2 } as const;
  const said = { opinion: 'reliable-with-limits', ...rests, notReviewedCode: 'reviewer-ill' } as const;
  const { events } = sampled().add('review-round', ROUND, 'RoundConcluded', {
    ...{ ...said, givenBy: PERSON, concludedBy: ANOTHER_PERSON },
  });
  expect(foldAll(roundRows, events)[0]?.conclusion).toEqual(said);
});

it('a round says which round of the same months it stands in for', () => {
  const [first, second] = [idOf('review-round', 1), idOf('review-round', 2)];
  const { events } = new History()
    .add('review-round', first, 'RoundOpened', roundFacts())
    .add('review-round', second, 'RoundOpened', {
      ...{ ...roundFacts(), replaces: { round: first, reasonCode: 'reviewers-ill' } },
    });
  expect(foldAll(roundRows, events).map(({ id, replaces }) => [id, replaces])).toEqual([
    [first, null],
    [second, first],
  ]);
});

describe('how far grades from outside agree with ours', () => {
  it('is counted exactly and within one grade, each with its exact lower limit', () => {
    const history = sampled();
    compared(history, 0, 'good', 'good');
    compared(history, 1, 'good', 'requires-improvement');
    compared(history, 2, 'outstanding', 'inadequate');
    compared(history, 3, 'inadequate', 'requires-improvement');
    const figure = reliabilityFigure(casesOf(rowOf(history)));
    expect(figure).toMatchObject({
      ...{ sampled: 5, committed: 4, compared: 4 },
      // Clopper and Pearson: the p at which 1 - (1 - p)^4 = 0.05, and 4p^3(1 - p) + p^4 = 0.05.
      exact: { n: 1, of: 4, percent: 25, lowerBoundPercent: 1.3 },
      withinOne: { n: 3, of: 4, percent: 75, lowerBoundPercent: 24.9 },
      theirsWorse: 2,
      theirsBetter: 1,
      missing: [{ reason: 'not-allocated', n: 1 }],
    });
    expect(figure.matrix[1]).toMatchObject({
      grade: 'good',
      beside: [{ n: 0 }, { n: 1 }, { grade: 'requires-improvement', n: 1 }, { n: 0 }],
    });
  });

  it('says of what was not compared why', () => {
    const history = sampled();
    allocated(history, 0);
    allocated(history, 1, ANOTHER_PERSON);
    committed(history, 2, 'good');
    history.add('review-round', ROUND, 'ReviewerWithdrawn', {
      ...{ reviewer: ANOTHER_PERSON, reasonCode: 'checks-lapsed' },
    });
    expect(reliabilityFigure(casesOf(rowOf(history))).missing).toEqual([
      { reason: 'not-allocated', n: 2 },
      { reason: 'not-compared-yet', n: 1 },
      { reason: 'not-graded-yet', n: 1 },
      { reason: 'reviewer-withdrawn', n: 1 },
    ]);
    allocated(history, 1);
    expect(rowOf(history).cases[AUDITS[1]!]).toMatchObject({ stage: 'allocated', reviewer: PERSON });
  });

  it('holds no grade from outside before it stands beside ours, and what was graded outlasts its reviewer', () => {
    const history = committed(sampled(), 0, 'inadequate');
    history.add('review-round', ROUND, 'ReviewerWithdrawn', { reviewer: PERSON, reasonCode: 'left' });
    expect(rowOf(history).cases[AUDITS[0]!]).toMatchObject({ stage: 'committed', ours: null, theirs: null });
    expect(JSON.stringify(rowOf(history))).not.toContain('inadequate');
  });

  it('has the quality of audits beside the grades of those that were compared, and none of nothing', () => {
    const history = sampled();
    const judged = (n: number) =>
      ({ audit: AUDITS[n]!, reviewer: PERSON, quality: 'poor', aspects: ['evidence'] }) as const;
    compared(history, 0, 'good', 'good').add('review-round', ROUND, 'AuditQualityJudged', judged(0));
    committed(history, 1, 'good').add('review-round', ROUND, 'AuditQualityJudged', judged(1));
    const figure = reliabilityFigure(casesOf(rowOf(history)));
    expect(figure.quality).toMatchObject({ judged: 1, of: 1, byQuality: [{ n: 0 }, { n: 0 }, { n: 1 }] });
    expect(reliabilityFigure([]).exact).toEqual({
      ...{ n: 0, of: 0, percent: null, lowerBoundPercent: null, reason: 'n=0' },
    });
  });

  it('adds up for whatever happens', () => {
    fc.assert(
      fc.property(longHistory, (events) => {
        for (const row of foldAll(roundRows, events)) {
          const figure = reliabilityFigure(casesOf(row));
          expect(figure.compared + total(figure.missing)).toBe(figure.sampled);
          expect(figure.exact.n + figure.theirsWorse + figure.theirsBetter).toBe(figure.compared);
          expect(total(figure.matrix.flatMap(({ beside }) => beside))).toBe(figure.compared);
          expect(total(figure.quality.byQuality)).toBe(figure.quality.judged);
        }
      }),
      { seed: 20211102, numRuns: 200 },
    );
  });
});

const total = (parts: readonly { readonly n: number }[]): number => parts.reduce((sum, { n }) => sum + n, 0);
