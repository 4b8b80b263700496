import { describe, expect, it } from '@jest/globals';
import { CURRENT_SCALE } from '#audit-cycle';
import { foldAll, History, idOf, PERSON, roundFacts, sampledFacts, selectedFacts } from '../testing.js';
import { recordedRounds } from './round-row.js';

const ROUND = idOf('review-round', 1);
const AUDIT = idOf('case-audit', 1);
const OF_AUDIT = { audit: AUDIT, reviewer: PERSON };

const committed = (): History =>
  new History()
    .add('review-round', ROUND, 'RoundOpened', roundFacts())
    .add('review-round', ROUND, 'AuditsSampled', sampledFacts([AUDIT]))
    .add('review-round', ROUND, 'ReviewAllocated', {
      ...OF_AUDIT,
      ...{ child: 'child-1', reviewed: selectedFacts(1).reviewed, tool: selectedFacts(1).tool },
    })
    .add('review-round', ROUND, 'BlindGradeCommitted', {
      ...OF_AUDIT,
      ...{ grade: 'inadequate', scale: CURRENT_SCALE, sections: [] },
    })
    .add('review-round', ROUND, 'AuditQualityJudged', { ...OF_AUDIT, quality: 'poor', aspects: [] });

const shownIn = ({ events }: History): readonly string[] =>
  foldAll(recordedRounds, events).flatMap(({ shown }) => shown.map(({ type }) => type));

describe('what a review round puts on the record of a case', () => {
  it('is nothing at all before the grades were compared, be it drawn, allocated, graded or judged', () => {
    expect(shownIn(committed())).toEqual([]);
  });

  it('is both grades and the judgement afterwards, whichever of them came first', () => {
    const history = committed().add('review-round', ROUND, 'GradesCompared', {
      ...OF_AUDIT,
      ...{ ours: 'good', theirs: 'inadequate', scale: CURRENT_SCALE },
    });
    expect(shownIn(history)).toEqual(['AuditQualityJudged', 'GradesCompared']);
    history.add('review-round', ROUND, 'AuditQualityJudged', { ...OF_AUDIT, quality: 'good', aspects: [] });
    expect(shownIn(history)).toEqual(['AuditQualityJudged', 'GradesCompared', 'AuditQualityJudged']);
  });
});
