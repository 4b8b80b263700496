import { CURRENT_SCALE, type AuditId, type ReviewRoundEvent } from '#audit-cycle';
import { derivedId } from '#event-log';
import { TOOL } from './a-cycle.js';
import { CYCLE_OF_35 } from './cycle-of-35.js';
import type { RecordOfEvents } from './record-of-events.js';

export const COMPARED_ROUND = derivedId('review-round', 'compared');
const REVIEWER = derivedId('person', 'reviewer');

/** A round of three audits of the cycle of 35: one was compared and found inadequate, one is graded, one is nobody's. */
export async function recordComparedRound(record: RecordOfEvents): Promise<void> {
  const audits = [0, 1, 2].map((index) => CYCLE_OF_35.audit(index));
  const [first, second] = audits as [AuditId, AuditId];
  const happened = (at: string, ...events: readonly ReviewRoundEvent[]): Promise<bigint> =>
    record.happened(at, 'review-round', COMPARED_ROUND, ...events);
  await happened('2021-06-18T09:00:00.000Z', opened(audits.length), sampled(audits));
  await happened('2021-06-19T09:00:00.000Z', ...graded(first, 0), ...graded(second, 1));
  await happened('2021-06-20T09:00:00.000Z', {
    type: 'GradesCompared',
    facts: {
      audit: first,
      reviewer: REVIEWER,
      scale: CURRENT_SCALE,
      ours: 'outstanding',
      theirs: 'inadequate',
    },
    narrative: null,
  });
}

const opened = (sampleSize: number): ReviewRoundEvent => ({
  type: 'RoundOpened',
  facts: {
    halfYear: { from: '2021-01-01', to: '2021-06-30' },
    panel: [],
    frame: { digest: 'ab'.repeat(32), audits: 30, asAt: '2021-06-17' },
    sampleSize,
    precision: { halfWidthPoints: 53.7, atPercent: 50 },
    ...{ whyCode: 'as-policy-says', replaces: null, voicesShown: false, openedBy: REVIEWER },
    rule: { reliableFromPercent: 60, limitsFromPercent: 40 },
  },
  narrative: null,
});

const sampled = (audits: readonly AuditId[]): ReviewRoundEvent => ({
  type: 'AuditsSampled',
  facts: {
    ...{ seed: 'seed', seedSource: 'server', drawnOn: '2021-06-17', frameDigest: 'ab'.repeat(32) },
    strata: [],
    chosen: audits.map((audit, index) => ({ audit, index, stratum: 'outstanding/x' })),
  },
  narrative: null,
});

function graded(audit: AuditId, index: number): readonly ReviewRoundEvent[] {
  const reviewed = { from: '2020-10-01', to: '2021-04-01' };
  const shown = { child: CYCLE_OF_35.child(index), reviewed, tool: TOOL };
  const grade = { grade: 'inadequate', scale: CURRENT_SCALE, sections: [] } as const;
  return [
    { type: 'ReviewAllocated', facts: { audit, reviewer: REVIEWER, ...shown }, narrative: null },
    { type: 'BlindGradeCommitted', facts: { audit, reviewer: REVIEWER, ...grade }, narrative: null },
  ];
}
