import { accept, refuse, type Decision } from '../decider.js';
import { lookedUp } from '../person/people.js';
import { COHORTS } from '../vocabulary/cohort.js';
import { isWritten, narrative } from '../vocabulary/narrative.js';
import { needsReason } from '../vocabulary/needs-reason.js';
import { needsRole } from '../vocabulary/needs-role.js';
import { teamName } from '../vocabulary/team-name.js';
import type { CorrectSelection } from './commands.js';
import type { InOpenCycle } from './context.js';
import type { CaseAuditEvent } from './events.js';
import { corrected, type Audit } from './state.js';
import { tiedJudges } from './tied-judges.js';

/**
 * Puts right what the population had wrong; the draw stays as it was. A correction that ties the case to who
 * judged it waits until the audit is returned. Where it cannot be any more, the correction says who is tied to it. Refusals: not-permitted, code-malformed, reason-missing,
 * unknown-cohort, team-missing, unknown-worker, nothing-to-correct, judged-by-tied.
 */
export function correctSelection(
  { field, to: written, reasonCode, reason }: CorrectSelection,
  state: Audit,
  context: InOpenCycle,
): Decision<CaseAuditEvent> {
  const { actor } = context;
  const to = field === 'team' && written !== null ? teamName(written) : written;
  const from = state.selected[field];
  const refused =
    needsRole(actor, 'qa-lead') ??
    needsReason({ reasonCode, reason }) ??
    unfit(field, to, context) ??
    (to === from ? refuse('nothing-to-correct', 'That is what is on record.', { field }) : null);
  if (refused) return refused;
  const tied = tiedJudges({ ...state, selected: corrected(state.selected, { field, to }) }, context);
  if (tied.length > 0 && (state.status === 'graded' || state.status === 'moderated')) {
    return refuse(
      'judged-by-tied',
      'Whoever graded or moderated the case would be tied to it. Return it first.',
      {
        tied,
      },
    );
  }
  return accept({
    type: 'CorrectionMade',
    facts: { field, from, to, reasonCode, by: actor.person, tied },
    narrative: narrative({ reason }),
  });
}

function unfit(
  field: CorrectSelection['field'],
  to: string | null,
  { people }: InOpenCycle,
): Decision<never> | null {
  switch (field) {
    case 'cohort':
      return COHORTS.some((cohort) => cohort === to)
        ? null
        : refuse('unknown-cohort', `The cohorts are: ${COHORTS.join(', ')}.`);
    case 'team':
      return to === null || isWritten(to)
        ? null
        : refuse('team-missing', 'Name the team as the lists of the authority write it, or none.');
    case 'worker':
      return to === null || lookedUp(people, to).joined !== null
        ? null
        : refuse('unknown-worker', 'This person never joined. Choose somebody of the directory, or nobody.');
  }
}
