import type { ActionId, ActionImpact, Instant } from '#audit-cycle';
import { topicOf } from '../action-source.js';
import { versionsTable } from '../versions-table.js';
import type { TableFold } from '../view.js';

/** An action as far as a re-audit is set against it: when it was claimed to be done, and what it is about. */
export interface ClaimedAction {
  readonly id: ActionId;
  readonly theme: string | null;
  /** The last judgement of what it changed for the child; reopening takes it away. */
  readonly impact: ActionImpact | null;
  /** From when until when it counted as reported done; one that was reopened after it was tested had been claimed all the same. */
  readonly claims: readonly { readonly from: Instant; readonly to: Instant | null }[];
}

export const claimedActions: TableFold<ClaimedAction> = versionsTable(
  're_audit_action',
  'improvement-action',
  'ActionSet',
  ({ stream, facts }): ClaimedAction => ({
    id: stream.id,
    theme: topicOf(facts.source).theme,
    impact: null,
    claims: [],
  }),
  {
    ActionReportedDone: (action, { occurredAt }) =>
      isClaimed(action) ? action : { ...action, claims: [...action.claims, { from: occurredAt, to: null }] },
    ImpactJudged: (action, { facts }) => ({ ...action, impact: facts.impact }),
    ActionReopened: (action, { occurredAt }) => ({
      ...action,
      impact: null,
      claims: action.claims.map((claim) => (claim.to === null ? { ...claim, to: occurredAt } : claim)),
    }),
  },
);

const isClaimed = ({ claims }: ClaimedAction): boolean => claims.some(({ to }) => to === null);

/** Whether it counted as done, by the word of its owner, at a moment. */
export const wasClaimedAt = ({ claims }: ClaimedAction, moment: Instant): boolean =>
  claims.some(({ from, to }) => from <= moment && (to === null || to > moment));
