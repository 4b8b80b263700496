import { told, type ToldEvent } from '../told-event.js';
import type { TableFold } from '../view.js';

/** What happened with escalations. */
export const escalationEntries: TableFold<ToldEvent> = {
  table: 'escalation_entry',
  keeps: 'entries',
  kinds: ['escalation'],
  fold: (_before, event) => told(event),
};
