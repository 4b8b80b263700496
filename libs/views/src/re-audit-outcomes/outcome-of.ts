import type { ActionId, TeamName } from '#audit-cycle';
import { wasClaimedAt, type ClaimedAction } from './claimed-action.js';
import type { ReAuditOutcome } from './tested-re-audit.js';
import type { ReAuditOutcomeRow } from './re-audit-row.js';

/** A re-audit with its verdicts set against what the owners had said by the time it was finished. */
export function outcomeOf(
  { actions, verdicts, ...row }: ReAuditOutcomeRow,
  team: TeamName | null,
  byId: ReadonlyMap<ActionId, ClaimedAction>,
): ReAuditOutcome {
  const { reAuditedAt } = row;
  return {
    ...row,
    team,
    actions: actions.map((id) => {
      const action = byId.get(id);
      const verdict = verdicts[id] ?? null;
      const claimed = action !== undefined && reAuditedAt !== null && wasClaimedAt(action, reAuditedAt);
      return {
        action: id,
        theme: action?.theme ?? null,
        verdict,
        impact: action?.impact ?? null,
        claimedDone: verdict === null ? null : claimed,
      };
    }),
  };
}
