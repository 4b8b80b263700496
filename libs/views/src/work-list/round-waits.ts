import type { IsoDate } from '#audit-cycle';
import type { WorkRound } from './rows/work-round.js';
import type { Waiting } from './waiting.js';
import type { WorkKind } from './work-item.js';

/** What a review round waits for on a day; what its reviewers have to do is on their own list. */
export function roundWaits(round: WorkRound, on: IsoDate): readonly Waiting[] {
  const kind = nextStep(round, on);
  return kind === null ? [] : [{ kind, since: round.since, roles: ['qa-lead'] }];
}

function nextStep({ status, ungraded, access }: WorkRound, on: IsoDate): WorkKind | null {
  switch (status) {
    case 'opened':
      return 'sample-audits';
    case 'sampled': {
      const reviewers = Object.values(ungraded);
      if (reviewers.length === 0) return 'conclude-round';
      const hasEnded = (reviewer: string): boolean => (access[reviewer] ?? on) < on;
      return reviewers.some((reviewer) => reviewer === null || hasEnded(reviewer))
        ? 'allocate-reviews'
        : null;
    }
    case 'concluded':
      return null;
  }
}
