import type {
  AuditId,
  AuditQuality,
  Grade,
  IsoDate,
  PersonId,
  ReviewRound,
  RoundOpened,
  ReviewRoundId,
  RoundOpinion,
} from '#audit-cycle';
import { versionsTable } from '../versions-table.js';
import type { TableFold } from '../view.js';

/** How far a sampled audit has come; `given-up`: its reviewer was withdrawn before grading it. */
export type ReviewStage = 'sampled' | 'allocated' | 'given-up' | 'committed' | 'compared';

/** A sampled audit in a round. A grade from outside is not in it before it stands beside ours. */
export interface ReviewedCase {
  readonly stage: ReviewStage;
  /** Who has it; null while nobody does. */
  readonly reviewer: PersonId | null;
  readonly ours: Grade | null;
  readonly theirs: Grade | null;
  /** How well the audit was done; shown with the grades alone. */
  readonly quality: AuditQuality | null;
  /** What that is about, as codes. */
  readonly aspects: readonly string[];
}

export interface RoundRow {
  readonly id: string;
  readonly status: ReviewRound['status'];
  readonly halfYearFrom: IsoDate;
  readonly halfYearTo: IsoDate;
  /** Audits that could be drawn. */
  readonly frameAudits: number;
  /** How many are to be drawn. */
  readonly sampleSize: number;
  /** Points of percentage each way that so many buy; sampling error only. */
  readonly halfWidthPoints: number;
  /** The share at which that holds, percent. */
  readonly atPercent: number;
  /** The round of the same months that this one stands in for; it stays on the record, and its figures stay its own. */
  readonly replaces: ReviewRoundId | null;
  /** What the rule says of the share agreed, settled when the round was opened. */
  readonly rule: RoundOpened['facts']['rule'];
  /** By audit, from the draw on. */
  readonly cases: Readonly<Record<AuditId, ReviewedCase>>;
  /** What was recorded at the end; null before. */
  readonly conclusion: RoundConclusion | null;
}

export interface RoundConclusion {
  readonly opinion: RoundOpinion;
  readonly n: number;
  readonly agreed: number;
  readonly lowerBoundPercent: number;
  readonly notReviewed: number;
  /** With two grades, and not judged by then. */
  readonly notJudged: number;
  /** Why those of the two were left; null when there were none. */
  readonly notReviewedCode: string | null;
}

const UNREVIEWED: ReviewedCase = {
  stage: 'sampled',
  reviewer: null,
  ours: null,
  theirs: null,
  quality: null,
  aspects: [],
};

export const roundRows: TableFold<RoundRow> = versionsTable(
  'external_round',
  'review-round',
  'RoundOpened',
  ({ stream, facts }): RoundRow => ({
    id: stream.id,
    status: 'opened',
    halfYearFrom: facts.halfYear.from,
    halfYearTo: facts.halfYear.to,
    frameAudits: facts.frame.audits,
    sampleSize: facts.sampleSize,
    halfWidthPoints: facts.precision.halfWidthPoints,
    atPercent: facts.precision.atPercent,
    rule: facts.rule,
    replaces: facts.replaces?.round ?? null,
    cases: {},
    conclusion: null,
  }),
  {
    AuditsSampled: (round, { facts }) => ({
      ...round,
      status: 'sampled',
      cases: Object.fromEntries(facts.chosen.map(({ audit }) => [audit, UNREVIEWED])),
    }),
    ReviewAllocated: (round, { facts: { audit, reviewer } }) =>
      withCase(round, audit, { stage: 'allocated', reviewer }),
    ReviewerWithdrawn: (round, { facts }) => ({ ...round, cases: givenUp(round.cases, facts.reviewer) }),
    BlindGradeCommitted: (round, { facts: { audit, reviewer } }) =>
      withCase(round, audit, { stage: 'committed', reviewer }),
    GradesCompared: (round, { facts: { audit, reviewer, ours, theirs } }) =>
      withCase(round, audit, { stage: 'compared', reviewer, ours, theirs }),
    AuditQualityJudged: (round, { facts: { audit, quality, aspects } }) =>
      withCase(round, audit, { quality, aspects }),
    RoundConcluded: (round, { facts }) => {
      const { opinion, n, agreed, lowerBoundPercent, notReviewed, notJudged, notReviewedCode } = facts;
      const conclusion = { opinion, n, agreed, lowerBoundPercent, notReviewed, notJudged, notReviewedCode };
      return { ...round, status: 'concluded', conclusion };
    },
  },
);

const withCase = (round: RoundRow, audit: AuditId, changes: Partial<ReviewedCase>): RoundRow => ({
  ...round,
  cases: { ...round.cases, [audit]: { ...(round.cases[audit] ?? UNREVIEWED), ...changes } },
});

/** A grade that was committed stays; the rest of a reviewer's cases are nobody's. */
const givenUp = (cases: RoundRow['cases'], reviewer: PersonId): RoundRow['cases'] =>
  Object.fromEntries(
    Object.entries(cases).map(([audit, one]) => [
      audit,
      one.stage === 'allocated' && one.reviewer === reviewer
        ? { ...one, stage: 'given-up' as const, reviewer: null }
        : one,
    ]),
  );
