import { ACTION_VERDICTS, type PersonId } from '#audit-cycle';
import { AUDITORS, LEADS, PEOPLE } from '../people.js';
import type { About, Offers } from './offer.js';

const reAuditorOf = ({ state }: About<'re-audit'>): readonly PersonId[] =>
  state.status === 'not-selected' || state.reAuditor === null ? [PEOPLE.ash] : [state.reAuditor];

export const RE_AUDIT_OFFERS: Offers<'re-audit'> = {
  SelectForReAudit: ({ draw, ids }) => ({
    command: {
      ...{ type: 'SelectForReAudit', audit: draw.one(...ids('case-audit')) },
      ...(draw.rarely(8) ? {} : { reasonCode: draw.reason().reasonCode }),
      ...(draw.rarely(8) ? { drawn: { rule: 'drawn', seed: 'a seed', index: 1 } } : {}),
    },
    by: LEADS,
  }),
  AllocateReAuditor: ({ draw }) => ({
    command: { type: 'AllocateReAuditor', reAuditor: draw.person(...AUDITORS) },
    by: LEADS,
  }),
  ReplaceReAuditor: ({ draw }) => ({
    command: { type: 'ReplaceReAuditor', to: draw.person(...AUDITORS), ...draw.reason() },
    by: LEADS,
  }),
  CheckAction: (about) => ({
    command: {
      ...{ type: 'CheckAction', verdict: about.draw.one(...ACTION_VERDICTS) },
      action: about.draw.mostly(
        about.state.status === 'not-selected' ? [] : about.state.selected.actions,
        about.ids('improvement-action'),
      ),
    },
    by: reAuditorOf(about),
  }),
  GradeReAudit: (about) => ({
    command: { type: 'GradeReAudit', grade: about.draw.grade(), rationale: about.draw.words() },
    by: reAuditorOf(about),
  }),
  WithdrawReAudit: ({ draw }) => ({ command: { type: 'WithdrawReAudit', ...draw.reason() }, by: LEADS }),
};
