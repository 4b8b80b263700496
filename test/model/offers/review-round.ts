import { addDays, AUDIT_QUALITIES, ROUND_OPINIONS, type ReviewRound } from '#audit-cycle';
import { LEADS, PEOPLE } from '../people.js';
import type { About, Offers } from './offer.js';

type AboutRound = About<'review-round'>;

const roundOf = ({ state }: AboutRound): ReviewRound | null => (state.status === 'not-opened' ? null : state);
/** An audit that the round drew. */
const drawnIn = (about: AboutRound): string =>
  about.draw.mostly(
    (roundOf(about)?.sample?.chosen ?? []).map(({ audit }) => audit),
    about.ids('case-audit'),
  );
/** An audit that a reviewer has, graded blind or not. */
const inReview = (about: AboutRound, isCommitted: boolean): string =>
  about.draw.mostly(
    [...(roundOf(about)?.reviews ?? [])]
      .filter(([, { committed }]) => (committed !== null) === isCommitted)
      .map(([audit]) => audit),
    about.ids('case-audit'),
  );

export const REVIEW_ROUND_OFFERS: Offers<'review-round'> = {
  OpenRound: ({ draw, ids }) => ({
    command: {
      type: 'OpenRound',
      halfYear: draw.mostly(
        [{ from: '2026-01-01', to: '2026-06-30' }],
        [{ from: '2026-07-01', to: '2026-12-31' }],
      ),
      ...{
        panel: [{ from: 'a-neighbour', person: null }],
        sampleSize: draw.one(8, 8, 9),
        whyCode: draw.code(),
      },
      ...(draw.rarely(4)
        ? {}
        : { replaces: { round: draw.one(...ids('review-round')), reasonCode: draw.code() } }),
    },
    by: LEADS,
  }),
  SampleAudits: ({ draw }) => ({
    command: { type: 'SampleAudits', ...(draw.rarely(2) ? { seed: 'a seed' } : {}) },
    by: LEADS,
  }),
  AdmitReviewer: ({ draw, today }) => ({
    command: {
      ...{ type: 'AdmitReviewer', reviewer: draw.person(PEOPLE.rex), from: today },
      ...{ until: addDays(today, draw.one(30, 60, -1)), pastEmployment: false, pastTeams: [] },
      ...{ personalKnowledge: draw.one([], ['C-0001', 'C-0003']), checks: ['declaration'] },
    },
    by: LEADS,
  }),
  WithdrawReviewer: ({ draw }) => ({
    command: { type: 'WithdrawReviewer', reviewer: draw.person(PEOPLE.rex), reasonCode: draw.code() },
    by: LEADS,
  }),
  AllocateReview: (about) => ({
    command: { type: 'AllocateReview', audit: drawnIn(about), reviewer: about.draw.person(PEOPLE.rex) },
    by: LEADS,
  }),
  CommitBlindGrade: (about) => ({
    command: {
      ...{ type: 'CommitBlindGrade', audit: inReview(about, false), grade: about.draw.grade() },
      ...{ sections: [], rationale: about.draw.words() },
    },
    by: [PEOPLE.rex],
  }),
  CompareGrades: (about) => ({
    command: { type: 'CompareGrades', audit: inReview(about, true) },
    by: [PEOPLE.rex, ...LEADS],
  }),
  JudgeAuditQuality: (about) => ({
    command: {
      ...{ type: 'JudgeAuditQuality', audit: inReview(about, true), aspects: [] },
      quality: about.draw.one(...AUDIT_QUALITIES),
    },
    by: [PEOPLE.rex],
  }),
  ConcludeRound: ({ draw }) => ({
    command: {
      ...{ type: 'ConcludeRound', opinion: draw.one(...ROUND_OPINIONS), text: draw.words() },
      ...(draw.rarely(4) ? {} : { givenBy: PEOPLE.rex }),
      ...(draw.rarely(2) ? { notReviewedCode: draw.code() } : {}),
    },
    by: [PEOPLE.rex, ...LEADS],
  }),
};
