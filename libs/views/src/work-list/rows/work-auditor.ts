import type { PersonId } from '#audit-cycle';
import type { TableFold } from '../../view.js';

/** Whether somebody is an auditor, and approved as one. */
export interface WorkAuditor {
  readonly id: PersonId;
  readonly isAuditor: boolean;
  readonly isApproved: boolean;
}

export const workAuditors: TableFold<WorkAuditor> = {
  table: 'work_auditor',
  keeps: 'versions',
  kinds: ['person'],
  fold: (before, event) => {
    const row = before ?? { id: event.stream.id, isAuditor: false, isApproved: false };
    if (event.type === 'RolesGiven') return { ...row, isAuditor: event.facts.roles.includes('auditor') };
    if (event.type === 'PersonLeft') return { ...row, isAuditor: false };
    return event.type === 'AuditorApproved' ? { ...row, isApproved: true } : row;
  },
};
