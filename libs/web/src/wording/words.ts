import type { Cohort, SampleExclusionReason, WithdrawalReason } from '#audit-cycle';
import type { CycleStatus, MissingReason, Outcome, WorkflowStatus } from '#views';

/** What people read where the record holds a code. */
export const OUTCOME_WORDS: Readonly<Record<Outcome, string>> = {
  outstanding: 'Outstanding',
  good: 'Good',
  'requires-improvement': 'Requires improvement to be good',
  inadequate: 'Inadequate',
  'in-progress': 'In progress',
  'not-applicable': 'Not applicable',
  'no-grade-recorded': 'No grade recorded',
};

export const COHORT_WORDS: Readonly<Record<Cohort, string>> = {
  'child-in-need': 'Child in need',
  'child-protection': 'Child protection',
  'in-care': 'Children in our care',
  'care-experienced': 'Care experienced',
  'early-help': 'Early help',
  assessment: 'Assessment',
  contact: 'Contact',
};

export const MISSING_WORDS: Readonly<Record<MissingReason, string>> = {
  'not-graded': 'the auditor gave no grade',
  'not-finalised': 'the auditor gave a grade, and the audit was not finalised',
};

export const WITHDRAWAL_WORDS: Readonly<Record<WithdrawalReason, string>> = {
  'selected-in-error': 'selected in error',
  'duplicate-record': 'duplicate record',
  'restricted-record': 'restricted record',
  'child-died': 'the child died',
};

export const EXCLUSION_WORDS: Readonly<Record<SampleExclusionReason, string>> = {
  'sampled-recently': 'already sampled in the months before',
  'outside-scope': 'outside the scope of the cycle',
};

export const CYCLE_STATUS_WORDS: Readonly<Record<CycleStatus, string>> = {
  planned: 'planned',
  drawn: 'sample drawn',
  open: 'open',
  closed: 'closed',
};

export const WORKFLOW_WORDS: Readonly<Record<WorkflowStatus, string>> = {
  selected: 'Selected',
  allocated: 'Allocated to an auditor',
  'in-progress': 'Being audited',
  graded: 'Graded',
  'moderation-required': 'Waiting for a moderator',
  'moderator-allocated': 'With a moderator',
  moderated: 'Moderated',
  disputed: 'Grade disputed',
  settled: 'Settled by a panel',
  finalised: 'Finalised',
  'withdrawal-requested': 'Withdrawal requested',
  withdrawn: 'Withdrawn',
};
