import type { BlindGradeCommitted, Order } from '#audit-cycle';
import { parseStreamName, type RecordedEvent } from '#event-log';
import { domainEvent } from '../deciding/domain-event.js';
import type { Process } from './reaction.js';

/** A blind grade, once committed, is put beside ours. */
export const gradesCompared: Process = {
  name: 'grades-compared',
  reactions: [
    {
      to: ['BlindGradeCommitted'],
      orders: async (event: RecordedEvent): Promise<readonly Order[]> => {
        const { audit } = (domainEvent<'review-round'>(event) as BlindGradeCommitted).facts;
        const { id } = parseStreamName(event.header.stream);
        return [{ kind: 'review-round', id, command: { type: 'CompareGrades', audit } }];
      },
    },
  ],
};
