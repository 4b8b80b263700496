import type { ActionId, AuditId, CycleId } from '#audit-cycle';
import { sourceOfAction, topicOf } from '../action-source.js';
import { versionsTable } from '../versions-table.js';
import type { TableFold } from '../view.js';

/** What an action is about, whatever became of it. */
export interface ThemedAction {
  readonly id: ActionId;
  /** Null for one that a surgery set, which is about no theme and no question. */
  readonly audit: AuditId | null;
  readonly cycle: CycleId | null;
  /** Code of a theme of the audit tool; null for none. */
  readonly theme: string | null;
  /** Code of one of the questions of the cycle; null for none. */
  readonly lineOfEnquiry: string | null;
}

export const themedActions: TableFold<ThemedAction> = versionsTable(
  'theme_action',
  'improvement-action',
  'ActionSet',
  ({ stream, facts }): ThemedAction => {
    const { audit, cycle } = sourceOfAction(facts.source);
    return { id: stream.id, audit, cycle, ...topicOf(facts.source) };
  },
  {},
);
