import type { CaseAuditContext } from '../case-audit/context.js';
import type { CaseAuditEvent, CaseSelected } from '../case-audit/events.js';
import { evolveCaseAudit, notSelected, type CaseAuditState } from '../case-audit/state.js';
import type { People } from '../person/people.js';
import { nobodyYet, type PersonState } from '../person/state.js';
import type { Actor } from '../vocabulary/acting.js';
import { CURRENT_SCALE, type Grade } from '../vocabulary/grade.js';
import { ROLES, type Role } from '../vocabulary/role.js';
import { CYCLE, FRAME, OPEN_CYCLE, TOOL } from './a-cycle.js';
import { peopleOf } from './people.js';

const known = (roles: readonly Role[], rest: Partial<PersonState> = {}): PersonState => ({
  ...nobodyYet,
  joined: '2020-01-01',
  roles,
  ...rest,
});

const inNorth = (from: string, to: string | null): Partial<PersonState> => ({
  memberships: [{ team: 'north', from, to }],
});
const under = (manager: string): Partial<PersonState> => ({
  managers: [{ manager, from: '2020-01-01', to: null }],
});

const EVERY: readonly Role[] = ['auditor', 'moderator', 'service-leader'];

/** The people around a child of team north; everybody who is tied to the child holds every role, so that only the tie counts. */
export const DIRECTORY: ReadonlyMap<string, PersonState> = new Map([
  ['lead', known(['qa-lead'])],
  ['auditor', known(['auditor'])],
  ['second-auditor', known(['auditor', 'moderator'])],
  ['moderator', known(['moderator'])],
  ['leader', known(['service-leader'])],
  ['guardian', known(['caldicott-guardian'])],
  ['worker', known(EVERY, { ...inNorth('2020-01-01', null), ...under('manager') })],
  ['manager', known(EVERY, under('head'))],
  ['head', known(EVERY)],
  ['colleague', known(EVERY, inNorth('2020-01-01', null))],
  ['newcomer', known(EVERY, inNorth('2026-04-13', null))],
  ['former-colleague', known(EVERY, inNorth('2020-01-01', '2026-03-30'))],
  ['aunt', known(EVERY, { conflicts: [{ child: 'c2', relationship: 'personal' }] })],
  ['leaver', known(EVERY, { left: '2026-04-12' })],
  ['stranger', nobodyYet],
  ['all-roles', known(ROLES)],
]);

export const PEOPLE: People = peopleOf(DIRECTORY);

export const actorOf = (person: string): Actor => ({ person, roles: DIRECTORY.get(person)?.roles ?? [] });
export const PROCESS: Actor = { person: 'touchstone', roles: [], process: 'select-cases' };

/** A Monday in summer time; the draw was on 1 April. */
export const NOW = '2026-04-13T09:00:00.000Z';

/** What a decision is told when this person asks for it in the open cycle; one action is set. */
export const by = (person: string, told: Partial<CaseAuditContext> = {}): CaseAuditContext => ({
  now: NOW,
  actor: actorOf(person),
  cycle: OPEN_CYCLE,
  tool: TOOL,
  people: PEOPLE,
  calendar: {
    covers: { from: '2026-01-01', to: '2026-12-31' },
    holidays: new Set(['2026-05-04', '2026-05-25']),
  },
  actionsSet: 1,
  randomDraw: 'f'.repeat(64),
  ...told,
});

export const SELECTED: CaseSelected = {
  type: 'CaseSelected',
  facts: {
    cycle: CYCLE,
    child: 'c2',
    cohort: 'in-care',
    team: 'north',
    worker: 'worker',
    family: null,
    asAt: FRAME.asAt,
    reviewed: OPEN_CYCLE.reviewed,
    tool: OPEN_CYCLE.tool,
    stratum: 'in-care',
    drawIndex: 2,
    probability: 2 / 3,
    by: 'draw',
  },
  narrative: null,
};

/** Why, as a code and in words, for whatever asks for both. */
export const REASON = { reasonCode: 'a-reason', reason: 'In words.' } as const;

export const ALLOCATED = {
  type: 'AuditorAllocated',
  facts: { auditor: 'auditor', due: '2026-05-05', allocatedBy: 'lead', how: 'by-hand' },
  narrative: null,
} as const satisfies CaseAuditEvent;
export const STARTED = {
  type: 'AuditStarted',
  facts: { auditor: 'auditor' },
  narrative: null,
} as const satisfies CaseAuditEvent;
export const PLAN_GRADED = {
  type: 'SectionGraded',
  facts: { section: 'plan', answer: { kind: 'grade', grade: 'good' } },
  narrative: null,
} as const satisfies CaseAuditEvent;
export const VISITS_ANSWERED = {
  type: 'SectionGraded',
  facts: { section: 'visits', answer: { kind: 'choice', choice: 'in-time' } },
  narrative: null,
} as const satisfies CaseAuditEvent;
export const CHILD_HEARD = {
  type: 'VoiceRecorded',
  facts: { voice: 'child', obtained: true, reasonCode: null, consentToQuote: null },
  narrative: { text: 'I like my worker.' },
} as const satisfies CaseAuditEvent;
export const FAMILY_NOT_HEARD = {
  type: 'VoiceRecorded',
  facts: { voice: 'family', obtained: false, reasonCode: 'declined', consentToQuote: null },
  narrative: null,
} as const satisfies CaseAuditEvent;
export const DISCUSSED = {
  type: 'PracticeDiscussionHeld',
  facts: { held: true, on: '2026-04-10', with: ['worker'], reasonCode: null },
  narrative: null,
} as const satisfies CaseAuditEvent;

export const graded = (grade: Grade, attempt = 1): Extract<CaseAuditEvent, { type: 'CaseGraded' }> => ({
  type: 'CaseGraded',
  facts: {
    grade,
    scale: CURRENT_SCALE,
    auditor: 'auditor',
    attempt,
    limitedBy: [],
    limitReasonCode: null,
    strengths: [],
    development: [],
    actionsSet: 1,
    noActionReason: null,
  },
  narrative: { rationale: 'As seen.' },
});
export const MODERATION_REQUIRED = {
  type: 'ModerationRequired',
  facts: { rule: 'requested' },
  narrative: null,
} as const satisfies CaseAuditEvent;
export const MODERATOR_ALLOCATED = {
  type: 'ModeratorAllocated',
  facts: { moderator: 'moderator', due: '2026-04-20', manner: 'seen' },
  narrative: null,
} as const satisfies CaseAuditEvent;
export const UPHELD = {
  type: 'GradeModerated',
  facts: {
    moderator: 'moderator',
    outcome: 'upheld',
    from: 'good',
    to: 'good',
    manner: 'seen',
    reasonCode: null,
    sections: [],
    disputeUntil: '2026-04-16',
  },
  narrative: null,
} as const satisfies CaseAuditEvent;
export const FINALISED = {
  type: 'AuditFinalised',
  facts: {
    grade: 'good',
    scale: CURRENT_SCALE,
    lineage: { submitted: 'good', resubmitted: null, moderated: null, settled: null },
    finalisedBy: 'lead',
    finalisedOn: '2026-04-13',
    feedbackDue: '2026-04-20',
    commentsUntil: '2026-04-27',
  },
  narrative: null,
} as const satisfies CaseAuditEvent;
export const WITHDRAWAL_REQUESTED = {
  type: 'WithdrawalRequested',
  facts: { requestedBy: 'lead', reasonCode: 'duplicate-record', replace: true },
  narrative: null,
} as const satisfies CaseAuditEvent;
export const WITHDRAWAL_DECLINED = {
  type: 'WithdrawalDeclined',
  facts: { requestedBy: 'lead', declinedBy: 'leader', reasonCode: 'a-reason' },
  narrative: { reason: 'In words.' },
} as const satisfies CaseAuditEvent;
export const WITHDRAWN = {
  type: 'AuditWithdrawn',
  facts: {
    reasonCode: 'duplicate-record',
    requestedBy: 'lead',
    approvedBy: null,
    afterGrading: false,
    replace: false,
  },
  narrative: null,
} as const satisfies CaseAuditEvent;

export const MISSED = {
  type: 'ModerationMissed',
  facts: { reasonCode: 'nobody-free', by: 'lead' },
  narrative: { reason: 'Both moderators are ill.' },
} as const satisfies CaseAuditEvent;
export const FED_BACK = {
  type: 'FeedbackGiven',
  facts: { by: 'auditor', to: ['worker'], on: '2026-04-13' },
  narrative: null,
} as const satisfies CaseAuditEvent;
export const conflictOf = (as: 'auditor' | 'moderator'): CaseAuditEvent => ({
  type: 'ConflictDeclared',
  facts: { person: as, as, relationship: 'personal' },
  narrative: null,
});
export const LEGAL_HOLD = {
  type: 'LegalHoldSet',
  facts: { reasonCode: 'serious-case-review', by: 'guardian' },
  narrative: null,
} as const satisfies CaseAuditEvent;
export const RETURNED = {
  type: 'AuditReturned',
  facts: { by: 'lead', reasonCode: 'evidence-thin', grade: 'good', attempt: 1 },
  narrative: { reason: 'Two sections rest on nothing.' },
} as const satisfies CaseAuditEvent;
export const DISPUTED = {
  type: 'GradeDisputed',
  facts: { by: 'auditor', wanted: 'outstanding', due: '2026-04-16' },
  narrative: { reason: 'The child says otherwise.' },
} as const satisfies CaseAuditEvent;
export const SETTLED = {
  type: 'GradeSettled',
  facts: {
    panel: ['second-auditor', 'leader'],
    from: 'good',
    grade: 'requires-improvement',
    reasonCode: 'evidence-weighed',
  },
  narrative: { reason: 'Visits were late twice.' },
} as const satisfies CaseAuditEvent;

/** Histories that end at each step of the way. */
export const IN_PROGRESS: readonly CaseAuditEvent[] = [SELECTED, ALLOCATED, STARTED];
export const ANSWERED = [
  ...IN_PROGRESS,
  PLAN_GRADED,
  VISITS_ANSWERED,
  CHILD_HEARD,
  FAMILY_NOT_HEARD,
  DISCUSSED,
];
export const GRADED = [...ANSWERED, graded('good')];
export const TO_MODERATE = [...GRADED, MODERATION_REQUIRED, MODERATOR_ALLOCATED];
export const MODERATED = [...TO_MODERATE, UPHELD];
export const IN_DISPUTE = [...MODERATED, DISPUTED];
export const AFTER_SETTLING = [...IN_DISPUTE, SETTLED];

export const auditAfter = (...events: readonly CaseAuditEvent[]): CaseAuditState =>
  events.reduce(evolveCaseAudit, notSelected);
