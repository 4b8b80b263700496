import { reAuditId, workingCalendarId } from '#authority-setup';
import {
  caseAudit,
  type Acting,
  type AuditId,
  type OrderFor,
  type PersonId,
  type ReAuditContext,
  type ReAuditState,
} from '#audit-cycle';
import { actionsOfAudit, ownersOfActions } from './child-actions.js';
import { cycleOf } from './cycle-of.js';
import { everybody } from './everybody.js';
import type { Known } from './lookups.js';
import { nextReAudit } from './next-re-audit.js';
import { reAuditsOf } from './re-audits-of.js';

/** What deciding about a re-audit needs: the audit that is tested again, its cycle, and the actions that it set. */
export async function reAuditContext(
  known: Known,
  { id, command }: OrderFor<'re-audit'>,
  state: ReAuditState,
  acting: Acting,
): Promise<ReAuditContext> {
  const { authority, look, streams } = known;
  const selecting = state.status === 'not-selected' && command.type === 'SelectForReAudit';
  const audit = state.status === 'not-selected' ? (selecting ? command.audit : null) : state.selected.audit;
  const original =
    audit === null ? caseAudit.initialState : (await streams.load(authority, 'case-audit', audit)).state;
  return {
    ...acting,
    original,
    cycle: cycleOf(known, original.status === 'not-selected' ? null : original.selected.cycle),
    actions: selecting ? actionsOfAudit(known, command.audit) : [],
    owners: state.status === 'not-selected' ? [] : ownersOfActions(known, state.selected.actions),
    earlierJudges:
      state.status === 'not-selected' ? [] : await judgesElsewhere(known, id, state.selected.audit),
    inTurn: selecting && (await nextReAudit(known, authority, command.audit)) === id,
    people: everybody(known),
    calendar: look.of('working-calendar', workingCalendarId(authority)).state,
  };
}

/** Everybody who judged the case in another of its re-audits. */
async function judgesElsewhere(known: Known, id: string, audit: AuditId): Promise<readonly PersonId[]> {
  const others = (await reAuditsOf(known, known.authority, audit)).filter(
    (_, index) => reAuditId(audit, index + 1) !== id,
  );
  return others.flatMap(({ judges }) => judges);
}
