import type { AuditStatus, IsoDate, PersonId } from '#audit-cycle';
import { managersOn, type WorkPeople } from './work-people.js';
import type { WorkAudit } from './rows/work-audit.js';
import type { WorkCycle } from './rows/work-cycle.js';
import type { Waiting } from './waiting.js';

/** Everything that an audit waits for on a day. In a closed cycle only what is said to and by those who work with the child. */
export function auditWaits(
  audit: WorkAudit,
  cycle: WorkCycle | undefined,
  people: WorkPeople,
  on: IsoDate,
): readonly Waiting[] {
  const steps = cycle?.status === 'open' ? [...STEPS[audit.status](audit, on), ...withdrawal(audit)] : [];
  return [...steps, ...comment(audit, cycle, people, on), ...feedback(audit, cycle)];
}

const STEPS: Readonly<Record<AuditStatus, (audit: WorkAudit, on: IsoDate) => readonly Waiting[]>> = {
  selected: (audit) => [allocation(audit)],
  allocated: (audit) => [byAuditor(audit, 'start-audit')],
  'in-progress': (audit) => [byAuditor(audit, 'grade-audit')],
  graded: (audit) => [audit.moderationRequired ? moderation(audit) : finalising(audit)],
  moderated: (audit, on) => (mayBeDisputed(audit, on) ? [] : [finalising(audit)]),
  disputed: (audit) => [
    {
      kind: 'settle-dispute',
      since: audit.since,
      roles: ['qa-lead'],
      refused: hadPart(audit),
      due: audit.disputeDue,
    },
  ],
  settled: (audit) => [finalising(audit)],
  finalised: () => [],
  withdrawn: () => [],
};

const allocation = ({ since }: WorkAudit): Waiting => ({
  kind: 'allocate-auditor',
  since,
  roles: ['qa-lead'],
});

/** What was begun and lost its auditor waits for another one. */
const byAuditor = (audit: WorkAudit, kind: 'start-audit' | 'grade-audit'): Waiting =>
  audit.auditor === null
    ? allocation(audit)
    : { kind, since: audit.since, people: [audit.auditor], due: audit.auditDue };

/** The age of a moderation counts on, whoever has it meanwhile. */
function moderation({ moderator, moderationDue, moderationSince, since }: WorkAudit): Waiting {
  const waitingSince = moderationSince ?? since;
  return moderator === null
    ? { kind: 'allocate-moderator', since: waitingSince, roles: ['qa-lead'] }
    : { kind: 'moderate-grade', since: waitingSince, people: [moderator], due: moderationDue };
}

/** Until then it is not made final; whether it is disputed is for its auditor to say, who need not. */
const mayBeDisputed = ({ disputeUntil }: WorkAudit, on: IsoDate): boolean =>
  disputeUntil !== null && on <= disputeUntil;

const finalising = ({ since, moderator }: WorkAudit): Waiting => ({
  kind: 'finalise-audit',
  since,
  people: [moderator],
  roles: ['qa-lead'],
});

const withdrawal = (audit: WorkAudit): readonly Waiting[] =>
  audit.withdrawalRequestedAt === null || audit.status === 'finalised' || audit.status === 'withdrawn'
    ? []
    : [
        {
          kind: 'approve-withdrawal',
          since: audit.withdrawalRequestedAt,
          roles: ['service-leader', 'caldicott-guardian'],
          refused: [audit.withdrawalRequestedBy, ...hadPart(audit)],
        },
      ];

/** From the grade on until the last day for comments; it is asked of the child's worker and of who manages them that day. */
function comment(
  { status, since, worker, commentedBy, commentsUntil }: WorkAudit,
  cycle: WorkCycle | undefined,
  people: WorkPeople,
  on: IsoDate,
): readonly Waiting[] {
  const open =
    status === 'finalised'
      ? commentsUntil !== null && on <= commentsUntil
      : cycle?.status === 'open' && COMMENTED.includes(status);
  if (!open || worker === null) return [];
  const asked = [worker, ...managersOn(people, worker, on)].filter(
    (person) => people.isHere(person, on) && !commentedBy.includes(person),
  );
  return asked.length === 0
    ? []
    : [{ kind: 'comment-on-accuracy', since, people: asked, due: commentsUntil }];
}

const COMMENTED: readonly AuditStatus[] = ['graded', 'moderated', 'disputed', 'settled'];

const feedback = (audit: WorkAudit, cycle: WorkCycle | undefined): readonly Waiting[] =>
  audit.status === 'finalised' && !audit.feedbackGiven && cycle?.feedbackRequired === true
    ? [
        {
          kind: 'give-feedback',
          since: audit.since,
          people: [audit.auditor, audit.moderator],
          due: audit.feedbackDue,
        },
      ]
    : [];

const hadPart = ({ hadPart: had, auditor, moderator }: WorkAudit): readonly (PersonId | null)[] => [
  ...had,
  auditor,
  moderator,
];
