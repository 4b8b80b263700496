import type {
  ActionId,
  ActionImpact,
  ActionKind,
  ActionStatus,
  Instant,
  IsoDate,
  PersonId,
  TeamName,
} from '#audit-cycle';
import { sourceOfAction, type SourceOfAction } from '../../action-source.js';
import { versionsTable } from '../../versions-table.js';
import type { TableFold } from '../../view.js';

/** What an action waits for. */
export type WorkAction = WaitingAction & SourceOfAction;

interface WaitingAction {
  readonly id: ActionId;
  /** The team that is to act. */
  readonly team: TeamName | null;
  readonly owner: PersonId;
  /** Whoever owned it before: none of them judges it. */
  readonly formerOwners: readonly PersonId[];
  readonly kind: ActionKind;
  readonly due: IsoDate;
  readonly status: ActionStatus;
  readonly accepted: boolean;
  readonly impact: ActionImpact | 'not-judged';
  /** When it came to where it stands, or into the hands that it is in. */
  readonly since: Instant;
}

export const workActions: TableFold<WorkAction> = versionsTable(
  'work_action',
  'improvement-action',
  'ActionSet',
  ({ stream, occurredAt, facts }): WorkAction => ({
    id: stream.id,
    ...sourceOfAction(facts.source),
    team: facts.team,
    owner: facts.owner,
    formerOwners: [],
    kind: facts.kind,
    due: facts.due,
    status: 'open',
    accepted: false,
    impact: 'not-judged',
    since: occurredAt,
  }),
  {
    ActionAccepted: (action, { occurredAt }) => ({ ...action, accepted: true, since: occurredAt }),
    ActionReassigned: (action, { occurredAt, facts }) => ({
      ...action,
      owner: facts.to,
      formerOwners: [...new Set([...action.formerOwners, facts.from])],
      team: facts.team,
      accepted: false,
      since: occurredAt,
    }),
    DueDateMoved: (action, { facts }) => ({ ...action, due: facts.to }),
    ActionReportedDone: (action, { occurredAt }) => ({
      ...action,
      status: 'reported-done',
      since: occurredAt,
    }),
    ActionReopened: (action, { occurredAt }) => ({
      ...action,
      status: 'open',
      impact: 'not-judged',
      since: occurredAt,
    }),
    ActionVerified: (action, { occurredAt, facts }) => ({
      ...action,
      status: `verified-${facts.verdict}`,
      since: occurredAt,
    }),
    ImpactJudged: (action, { occurredAt, facts }) => ({
      ...action,
      impact: facts.impact,
      since: occurredAt,
    }),
    ActionCancelled: (action, { occurredAt }) => ({ ...action, status: 'cancelled', since: occurredAt }),
  },
);
