import type { ActionId, AuditId, CycleId } from '#audit-cycle';
import { versionsTable } from '../versions-table.js';
import type { TableFold } from '../view.js';

/** What an action is about, whatever became of it. */
export interface ThemedAction {
  readonly id: ActionId;
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
  ({ stream, facts }): ThemedAction => ({
    id: stream.id,
    audit: facts.audit,
    cycle: facts.cycle,
    theme: facts.theme,
    lineOfEnquiry: facts.lineOfEnquiry,
  }),
  {},
);
