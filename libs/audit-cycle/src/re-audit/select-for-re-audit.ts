import { gradeOf, gradingOf } from '../case-audit/state.js';
import { accept, refuse, type Decision } from '../decider.js';
import { needsCode } from '../vocabulary/needs-code.js';
import { needsRole } from '../vocabulary/needs-role.js';
import type { SelectForReAudit } from './commands.js';
import type { ReAuditContext } from './context.js';
import type { ReAuditEvent } from './events.js';

/**
 * What is tested again is a final grade and every action that came with it. A QA lead chooses a case; that a draw came to it is said
 * by the process that carries the draw on, and by nobody else.
 * Refusals: not-permitted, reason-missing, code-malformed, original-not-finalised, already-being-re-audited.
 */
export function selectForReAudit(
  { audit, reasonCode, drawn }: SelectForReAudit,
  { actor, original, actions, inTurn }: ReAuditContext,
): Decision<ReAuditEvent> {
  const noRole = drawn === undefined ? needsRole(actor, 'qa-lead') : processOnly(actor.process);
  if (noRole) return noRole;
  if (drawn === undefined && reasonCode === undefined) {
    return refuse('reason-missing', 'Say as a code why this audit is chosen to be done again.');
  }
  const malformed = needsCode(reasonCode);
  if (malformed) return malformed;
  if (original.status !== 'finalised') {
    return refuse('original-not-finalised', 'Only an audit that is final can be tested again.');
  }
  if (!inTurn) {
    return refuse(
      'already-being-re-audited',
      'This audit is being done again already. Finish that, or withdraw it.',
    );
  }
  const { cycle, child, team, worker, asAt, reviewed, tool } = original.selected;
  const originalGrade = gradeOf(gradingOf(original).lineage);
  const place =
    drawn === undefined || drawn.index === null ? null : { cycle, seed: drawn.seed, index: drawn.index };
  return accept({
    type: 'CaseSelectedForReAudit',
    facts: {
      ...{ audit, cycle, child, team, worker, asAt, reviewed, tool, originalGrade, actions },
      rule: drawn?.rule ?? 'chosen',
      reasonCode: drawn === undefined ? (reasonCode ?? null) : null,
      draw: place,
    },
    narrative: null,
  });
}

const processOnly = (process: string | undefined): Decision<never> | null =>
  process === undefined
    ? refuse(
        'not-permitted',
        'What a draw came to is selected by the product itself. Draw the re-audits of the cycle.',
      )
    : null;
