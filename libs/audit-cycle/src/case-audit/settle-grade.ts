import { accept, refuse, type Decision } from '../decider.js';
import type { PersonId } from '../vocabulary/identifiers.js';
import { narrative } from '../vocabulary/narrative.js';
import { needsReason } from '../vocabulary/needs-reason.js';
import { needsRole } from '../vocabulary/needs-role.js';
import { notIndependentOfCase } from './can-judge.js';
import type { SettleGrade } from './commands.js';
import type { InOpenCycle } from './context.js';
import type { CaseAuditEvent } from './events.js';
import { hadPartIn } from './had-part-in.js';
import { gradeOf, gradingOf, type Audit } from './state.js';

/** Fewest people who settle a grade. */
const SMALLEST_PANEL = 2;

/**
 * Two people or more who had no part in the case, each as independent of the work as its auditor, and a qa-lead, no less
 * independent, who writes down what they decided. Refusals: not-permitted, own-audit, panel-too-small, code-malformed, reason-missing, those of `notIndependentOfCase`.
 */
export function settleGrade(
  { panel, grade, reasonCode, reason }: SettleGrade,
  state: Audit,
  context: InOpenCycle,
): Decision<CaseAuditEvent> {
  const { actor } = context;
  const refused =
    needsRole(actor, 'qa-lead') ??
    notIndependentOfCase(actor.person, state, context) ??
    ownAudit([actor.person, ...panel], state) ??
    tooSmall(panel) ??
    needsReason({ reasonCode, reason }, 'Settling a grade needs a reason, as a code and in words.') ??
    panel.map((person) => notIndependentOfCase(person, state, context)).find((tied) => tied !== null);
  return (
    refused ??
    accept({
      type: 'GradeSettled',
      facts: { panel, from: gradeOf(gradingOf(state).lineage), grade, reasonCode },
      narrative: narrative({ reason }),
    })
  );
}

const tooSmall = (panel: readonly PersonId[]): Decision<never> | null =>
  new Set(panel).size === panel.length && panel.length >= SMALLEST_PANEL
    ? null
    : refuse('panel-too-small', `Name ${SMALLEST_PANEL} different people or more who settle it.`);

function ownAudit(people: readonly PersonId[], state: Audit): Decision<never> | null {
  const own = people.filter((person) => hadPartIn(person, state));
  return own.length === 0
    ? null
    : refuse(
        'own-audit',
        'Nobody settles the grade of a case that they worked on or moderated. Choose others.',
        { own },
      );
}
