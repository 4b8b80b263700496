import { expect, it } from '@jest/globals';
import type { ReviewShown } from '../review-rounds/review.js';
import { reviewWaits } from './review-waits.js';

const review = (child: string, until: string, changes: Partial<ReviewShown> = {}): ReviewShown => ({
  round: 'round',
  audit: `audit of ${child}`,
  child,
  reviewed: { from: '2026-01-01', to: '2026-06-30' },
  tool: { id: 'tool', version: 1 },
  until,
  committed: null,
  comparison: null,
  quality: null,
  ...changes,
});
const committed = { grade: 'good', scale: '1', sections: [] } as unknown as ReviewShown['committed'];

it('a reviewer is to grade first, then to judge the audit, then nothing; by the last day of access', () => {
  expect(
    reviewWaits([
      review('C3', '2026-07-31', { committed, quality: { quality: 'good', aspects: [] } }),
      review('C2', '2026-07-31', { committed }),
      review('C1', '2026-07-31'),
      review('C4', '2026-07-15'),
    ]).map(({ kind, child, due }) => [kind, child, due]),
  ).toEqual([
    ['commit-blind-grade', 'C4', '2026-07-15'],
    ['commit-blind-grade', 'C1', '2026-07-31'],
    ['judge-audit-quality', 'C2', '2026-07-31'],
  ]);
});
