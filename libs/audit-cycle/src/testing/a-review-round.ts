import { nobodyYet, type PersonState } from '../person/state.js';
import type { ReviewRoundContext } from '../review-round/context.js';
import type { ReviewRoundEvent } from '../review-round/events.js';
import type { Role } from '../vocabulary/role.js';
import { CURRENT_SCALE } from '../vocabulary/grade.js';
import { POLICY, TOOL } from './a-cycle.js';
import { DIRECTORY, FINALISED, MODERATED, NOW, auditAfter } from './an-audit.js';
import { peopleOf } from './people.js';

const outside = (rest: Partial<PersonState> = {}, roles: readonly Role[] = ['external-reviewer']) => ({
  ...nobodyYet,
  joined: '2026-01-01',
  roles,
  ...rest,
});

/** The people around the audit, and some from outside; `eve` and `raj` are tied to nothing. */
export const WITH_REVIEWERS: ReadonlyMap<string, PersonState> = new Map([
  ...DIRECTORY,
  ['eve', outside()],
  ['raj', outside()],
  ['once-of-north', outside({ memberships: [{ team: 'North', from: '2019-01-01', to: '2019-12-31' }] })],
  ['godmother', outside({ conflicts: [{ child: 'c2', relationship: 'personal' }] })],
  ['both', outside({}, ['external-reviewer', 'auditor'])],
  ['gone', outside({ left: '2026-04-12' })],
]);

export const FINAL_AUDIT = auditAfter(...MODERATED, FINALISED);

/** What a decision is told when this person asks for it. */
export const asking = (person: string, told: Partial<ReviewRoundContext> = {}): ReviewRoundContext => ({
  now: NOW,
  actor: { person, roles: WITH_REVIEWERS.get(person)?.roles ?? [] },
  people: peopleOf(WITH_REVIEWERS),
  policy: POLICY,
  frame: {
    digest: 'a'.repeat(64),
    audits: 4,
    precision: { halfWidthPoints: 56.6, atPercent: 50 },
  },
  sameMonths: [],
  inTurn: true,
  draw: {
    seed: 'seed',
    seedSource: 'server',
    strata: [{ stratum: 'good/auditor', size: 4, taken: 2 }],
    chosen: [
      { audit: 'audit-2', index: 1, stratum: 'good/auditor' },
      { audit: 'audit-3', index: 2, stratum: 'good/auditor' },
    ],
  },
  audit: FINAL_AUDIT,
  hadAHand: ['lead', 'auditor', 'moderator'],
  tool: TOOL,
  lowerBoundPercent: 5,
  ...told,
});

export const OPENED = {
  type: 'RoundOpened',
  facts: {
    halfYear: { from: '2025-10-01', to: '2026-03-31' },
    panel: [{ from: 'neighbouring-authority', person: null }],
    sampleSize: 2,
    precision: { halfWidthPoints: 56.6, atPercent: 50 },
    whyCode: 'as-policy-says',
    frame: { digest: 'a'.repeat(64), audits: 4, asAt: '2026-04-13' },
    replaces: null,
    voicesShown: false,
    rule: { reliableFromPercent: 60, limitsFromPercent: 40 },
    openedBy: 'lead',
  },
  narrative: null,
} as const satisfies ReviewRoundEvent;

export const SAMPLED = {
  type: 'AuditsSampled',
  facts: {
    seed: 'seed',
    seedSource: 'server',
    strata: [{ stratum: 'good/auditor', size: 4, taken: 2 }],
    chosen: [
      { audit: 'audit-2', index: 1, stratum: 'good/auditor' },
      { audit: 'audit-3', index: 2, stratum: 'good/auditor' },
    ],
    drawnOn: '2026-04-13',
    frameDigest: 'a'.repeat(64),
  },
  narrative: null,
} as const satisfies ReviewRoundEvent;

export const admitted = (reviewer: string, rest: object = {}): ReviewRoundEvent => ({
  type: 'ReviewerAdmitted',
  facts: {
    reviewer,
    from: '2026-04-13',
    until: '2026-04-30',
    pastEmployment: false,
    pastTeams: [],
    personalKnowledge: [],
    checks: ['enhanced-disclosure'],
    admittedBy: 'lead',
    ...rest,
  },
  narrative: null,
});

export const allocated = (audit: string, reviewer: string): ReviewRoundEvent => ({
  type: 'ReviewAllocated',
  facts: {
    audit,
    reviewer,
    child: 'c2',
    reviewed: FINAL_AUDIT.status === 'not-selected' ? { from: '', to: '' } : FINAL_AUDIT.selected.reviewed,
    tool: { id: 'tool-1', version: 2 },
  },
  narrative: null,
});

export const committed = (audit: string, reviewer: string): ReviewRoundEvent => ({
  type: 'BlindGradeCommitted',
  facts: { audit, reviewer, grade: 'good', scale: CURRENT_SCALE, sections: [] },
  narrative: { rationale: 'As read.' },
});

export const compared = (audit: string, reviewer: string): ReviewRoundEvent => ({
  type: 'GradesCompared',
  facts: { audit, reviewer, ours: 'good', theirs: 'good', scale: CURRENT_SCALE },
  narrative: null,
});

export const CONCLUDED = {
  type: 'RoundConcluded',
  facts: {
    opinion: 'reliable-with-limits',
    n: 1,
    agreed: 1,
    lowerBoundPercent: 5,
    notReviewed: 1,
    notJudged: 1,
    notReviewedCode: 'reviewer-ill',
    givenBy: 'eve',
    concludedBy: 'lead',
  },
  narrative: { opinion: 'One is few.' },
} as const satisfies ReviewRoundEvent;
