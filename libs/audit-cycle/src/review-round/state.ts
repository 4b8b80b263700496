import type { Grade, GradeScale } from '../vocabulary/grade.js';
import type { AuditId, PersonId } from '../vocabulary/identifiers.js';
import type { Period } from '../vocabulary/dates.js';
import type { AuditsSampled, ReviewerAdmitted, ReviewRoundEvent, RoundOpened } from './events.js';
import type { AuditQuality, RoundOpinion } from './judgement.js';

export type ReviewRoundState = { readonly status: 'not-opened' } | ReviewRound;

export interface ReviewRound {
  readonly status: 'opened' | 'sampled' | 'concluded';
  readonly opened: RoundOpened['facts'];
  readonly sample: AuditsSampled['facts'] | null;
  /** Those who are admitted and were not withdrawn, by person. */
  readonly reviewers: ReadonlyMap<PersonId, ReviewerAdmitted['facts']>;
  /** By audit. */
  readonly reviews: ReadonlyMap<AuditId, Review>;
  readonly conclusion: RoundConclusion | null;
}

/** What was recorded at the end. What nobody judged by then may still be judged, while access is open. */
export interface RoundConclusion {
  readonly opinion: RoundOpinion;
  readonly n: number;
  readonly agreed: number;
  /** Sampled audits that were left without two grades. */
  readonly notReviewed: number;
  /** Audits that were left without a judgement of how well they were done. */
  readonly notJudged: number;
}

/** One sampled audit in the hands of one reviewer. */
export interface Review {
  readonly reviewer: PersonId;
  readonly child: string;
  readonly reviewed: Period;
  readonly tool: { readonly id: string; readonly version: number };
  readonly committed: CommittedGrade | null;
  /** Our final grade, from the comparison on. */
  readonly ours: Grade | null;
  readonly quality: { readonly quality: AuditQuality; readonly aspects: readonly string[] } | null;
}

export interface CommittedGrade {
  readonly grade: Grade;
  readonly scale: GradeScale;
  readonly sections: readonly { readonly section: string; readonly grade: Grade }[];
}

export const roundNotOpened: ReviewRoundState = { status: 'not-opened' };

export function evolveReviewRound(state: ReviewRoundState, event: ReviewRoundEvent): ReviewRoundState {
  if (event.type === 'RoundOpened') {
    const none = { sample: null, reviewers: new Map(), reviews: new Map(), conclusion: null } as const;
    return { status: 'opened', opened: event.facts, ...none };
  }
  if (state.status === 'not-opened') throw new Error(`${event.type} before any round was opened`);
  return evolveOpened(state, event);
}

function evolveOpened(
  state: ReviewRound,
  event: Exclude<ReviewRoundEvent, { type: 'RoundOpened' }>,
): ReviewRound {
  switch (event.type) {
    case 'AuditsSampled':
      return { ...state, status: 'sampled', sample: event.facts };
    case 'ReviewerAdmitted':
      return { ...state, reviewers: new Map(state.reviewers).set(event.facts.reviewer, event.facts) };
    case 'ReviewerWithdrawn':
      return withoutReviewer(state, event.facts.reviewer);
    case 'ReviewAllocated': {
      const { audit, ...shown } = event.facts;
      return withReview(state, audit, { ...shown, committed: null, ours: null, quality: null });
    }
    case 'BlindGradeCommitted': {
      const { audit, grade, scale, sections } = event.facts;
      return withReview(state, audit, { ...reviewOf(state, audit), committed: { grade, scale, sections } });
    }
    case 'GradesCompared': {
      const { audit, ours } = event.facts;
      return withReview(state, audit, { ...reviewOf(state, audit), ours });
    }
    case 'AuditQualityJudged': {
      const { audit, quality, aspects } = event.facts;
      return withReview(state, audit, { ...reviewOf(state, audit), quality: { quality, aspects } });
    }
    case 'RoundConcluded': {
      const { opinion, n, agreed, notReviewed, notJudged } = event.facts;
      const conclusion = { opinion, n, agreed, notReviewed, notJudged };
      return { ...state, status: 'concluded', conclusion };
    }
  }
}

const withReview = (state: ReviewRound, audit: AuditId, review: Review): ReviewRound => ({
  ...state,
  reviews: new Map(state.reviews).set(audit, review),
});

/** A grade that was committed stays; what was not graded is given to somebody else. */
const withoutReviewer = (state: ReviewRound, reviewer: PersonId): ReviewRound => ({
  ...state,
  reviewers: new Map([...state.reviewers].filter(([id]) => id !== reviewer)),
  reviews: new Map(
    [...state.reviews].filter(([, review]) => review.reviewer !== reviewer || review.committed !== null),
  ),
});

function reviewOf({ reviews }: ReviewRound, audit: AuditId): Review {
  const review = reviews.get(audit);
  if (review === undefined) throw new Error(`Audit ${audit} was not allocated for review`);
  return review;
}
