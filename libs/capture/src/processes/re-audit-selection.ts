import { reAuditId } from '#authority-setup';
import type { Order, ReAuditsDrawn } from '#audit-cycle';
import type { RecordedEvent } from '#event-log';
import { domainEvent } from '../deciding/domain-event.js';
import type { Process } from './reaction.js';

/**
 * What a draw of re-audits came to is selected. The draw says which re-audit of its audit each is to be; where somebody has chosen
 * the audit by hand meanwhile, that one is there already, and the order is refused.
 */
export const reAuditSelection: Process = {
  name: 're-audit-selection',
  reactions: [{ to: ['ReAuditsDrawn'], orders: async (event) => selections(event) }],
};

function selections(event: RecordedEvent): readonly Order[] {
  const { facts } = domainEvent<'cycle'>(event) as ReAuditsDrawn;
  return facts.chosen.map(({ audit, rule, index, ordinal }) => ({
    kind: 're-audit',
    id: reAuditId(audit, ordinal),
    command: { type: 'SelectForReAudit', audit, drawn: { rule, seed: facts.seed, index } },
  }));
}
