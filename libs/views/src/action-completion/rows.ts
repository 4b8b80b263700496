import type {
  ActionId,
  ActionImpact,
  ActionKind,
  ActionPriority,
  ActionStatus,
  ActionVerdict,
  Instant,
  IsoDate,
  PersonId,
  TeamName,
  VerificationMethod,
} from '#audit-cycle';
import {
  sourceOfAction,
  topicOf,
  type OfAudit,
  type OfSurgery,
  type SourceOfAction,
} from '../action-source.js';
import { adoptedPolicies } from '../adopted-policy.js';
import { auditPlaces } from '../audit-place.js';
import { bankHolidays } from '../bank-holidays.js';
import { cycleSummaries } from '../cycle-summary.js';
import { versionsTable } from '../versions-table.js';
import type { TableFold, View } from '../view.js';

/** An action as far as it has come. */
export type TrackedAction = ActionProgress & SourceOfAction;

/** Of the actions of cycles, which are the ones that their audits set. */
export type TrackedActionOfAudit = ActionProgress & OfAudit;

/** Those that surgeries on measures set, which are in no figure of a cycle. */
export type TrackedActionOfSurgery = ActionProgress & OfSurgery;

export interface ActionProgress {
  readonly id: ActionId;
  readonly owner: PersonId;
  readonly team: TeamName | null;
  readonly priority: ActionPriority;
  readonly kind: ActionKind;
  /** Code of a theme of the audit tool; null for none, as for every action that a surgery set. */
  readonly theme: string | null;
  /** Code of one of the questions of the cycle; null for none, as for every action that a surgery set. */
  readonly lineOfEnquiry: string | null;
  /** The date that counts now; it may have been moved. */
  readonly due: IsoDate;
  readonly firstDue: IsoDate;
  readonly setAt: Instant;
  readonly status: ActionStatus;
  /** The earlier action that this one repeats. */
  readonly repeats: ActionId | null;
  /** The last claim that it is done; reopening takes it and the verdict away. */
  readonly reportedDoneAt: Instant | null;
  readonly doneOn: IsoDate | null;
  readonly verifiedAt: Instant | null;
  readonly verdict: ActionVerdict | null;
  readonly verifiedBy: PersonId | null;
  readonly verificationMethod: VerificationMethod | null;
  /** The last judgement of what it changed for the child, or for children; reopening takes it away. */
  readonly impact: ActionImpact | null;
  readonly cancelledAt: Instant | null;
}

const NOT_DONE = {
  reportedDoneAt: null,
  doneOn: null,
  verifiedAt: null,
  verdict: null,
  verifiedBy: null,
  verificationMethod: null,
  impact: null,
} as const;

export const trackedActions: TableFold<TrackedAction> = versionsTable(
  'completion_action',
  'improvement-action',
  'ActionSet',
  ({ stream, occurredAt, facts }): TrackedAction => ({
    id: stream.id,
    ...sourceOfAction(facts.source),
    owner: facts.owner,
    team: facts.team,
    priority: facts.priority,
    kind: facts.kind,
    ...topicOf(facts.source),
    due: facts.due,
    firstDue: facts.due,
    setAt: occurredAt,
    status: 'open',
    repeats: null,
    ...NOT_DONE,
    cancelledAt: null,
  }),
  {
    ActionLinked: (action, { facts }) => ({ ...action, repeats: facts.repeats }),
    ActionReassigned: (action, { facts }) => ({ ...action, owner: facts.to, team: facts.team }),
    DueDateMoved: (action, { facts }) => ({ ...action, due: facts.to }),
    ActionReportedDone: (action, { occurredAt, facts }) => ({
      ...action,
      status: 'reported-done',
      reportedDoneAt: occurredAt,
      doneOn: facts.doneOn,
    }),
    ActionReopened: (action) => ({ ...action, status: 'open', ...NOT_DONE }),
    ActionVerified: (action, { occurredAt, facts }) => ({
      ...action,
      status: `verified-${facts.verdict}`,
      verifiedAt: occurredAt,
      verdict: facts.verdict,
      verifiedBy: facts.by,
      verificationMethod: facts.method,
    }),
    ImpactJudged: (action, { facts }) => ({ ...action, impact: facts.impact }),
    ActionCancelled: (action, { occurredAt }) => ({
      ...action,
      status: 'cancelled',
      cancelledAt: occurredAt,
    }),
  },
);

export const completionCycles = cycleSummaries('completion_cycle');
/** The audits that set the actions. */
export const completionPlaces = auditPlaces('completion_place');
export const completionCalendars = bankHolidays('completion_calendar');
/** What says where the actions of surgeries stand, which no cycle has a copy of the policy for. */
export const completionPolicies = adoptedPolicies('completion_policy');

export const actionCompletionView: View = {
  name: 'action-completion',
  version: 1,
  tables: [trackedActions, completionCycles, completionPlaces, completionCalendars, completionPolicies],
};
