import { workingCalendarId } from '#authority-setup';
import type {
  Acting,
  AuditId,
  CaseAuditContext,
  CaseAuditState,
  CycleId,
  OrderFor,
  Sha256,
} from '#audit-cycle';
import { actionsOfAudit } from './child-actions.js';
import { cycleOf } from './cycle-of.js';
import { everybody } from './everybody.js';
import type { Known } from './lookups.js';
import { moderationSecret, randomDraw } from './moderation-secret.js';

/** What deciding about an audit needs. */
export async function caseAuditContext(
  known: Known,
  { id, command }: OrderFor<'case-audit'>,
  state: CaseAuditState,
  acting: Acting,
): Promise<CaseAuditContext> {
  const selected = state.status === 'not-selected' ? null : state.selected;
  const facts = selected ?? (command.type === 'SelectCase' ? command.facts : null);
  const tool = facts === null ? null : known.look.of('audit-tool', facts.tool.id);
  return {
    ...acting,
    cycle: cycleOf(known, facts?.cycle ?? null),
    tool: tool === null || tool.revision === null ? null : tool.state,
    people: everybody(known),
    calendar: known.look.of('working-calendar', workingCalendarId(known.authority)).state,
    actionsSet: command.type === 'GradeCase' ? actionsOfAudit(known, id).length : 0,
    randomDraw: command.type === 'GradeCase' ? await drawOf(known, id, facts?.cycle ?? null) : null,
  };
}

/** The draw of an audit in its cycle; null before the cycle is open, when nothing can be graded. */
async function drawOf(known: Known, audit: AuditId, cycle: CycleId | null): Promise<Sha256 | null> {
  const state = cycleOf(known, cycle);
  return cycle === null || state.status !== 'open'
    ? null
    : randomDraw(await moderationSecret(known, cycle, state), audit);
}
