import type { CalibrationApproved, Order } from '#audit-cycle';
import { parseStreamName, type RecordedEvent } from '#event-log';
import { domainEvent } from '../deciding/domain-event.js';
import type { Process } from './reaction.js';

/** Whom a calibration session approved is approved as an auditor: their audits are not moderated for want of that any more. */
export const approveCalibrated: Process = {
  name: 'approve-calibrated',
  reactions: [
    {
      to: ['CalibrationApproved'],
      orders: async (event: RecordedEvent): Promise<readonly Order[]> => {
        const { person, by } = (domainEvent<'calibration-session'>(event) as CalibrationApproved).facts;
        const { id: session } = parseStreamName(event.header.stream);
        const calibration = { session, approvedBy: by };
        return [{ kind: 'person', id: person, command: { type: 'ApproveAuditor', calibration } }];
      },
    },
  ],
};
