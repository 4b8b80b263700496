import { reAuditId } from '#authority-setup';
import type { AtWork } from '../at-work.js';
import { PEOPLE } from '../people.js';
import { named, reason } from './named.js';

const { lea, ash } = PEOPLE;

/** In every state that a re-audit can be in; the last two past audits have none. */
export async function reAudits(work: AtWork, past: readonly string[]): Promise<void> {
  const [selected, allocated, checked, reAudited, withdrawn] = past.slice(0, 5) as [
    string,
    string,
    string,
    string,
    string,
  ];
  const begin = async (audit: string): Promise<string> => {
    const id = reAuditId(audit, 1);
    await work.done('re-audit', id, lea, { type: 'SelectForReAudit', audit, reasonCode: 'team-asked' });
    return id;
  };
  await begin(selected);
  for (const audit of [allocated, checked, reAudited]) {
    const id = await begin(audit);
    await work.done('re-audit', id, lea, { type: 'AllocateReAuditor', reAuditor: ash });
    if (audit === allocated) continue;
    const action = named(`past-action-${past.indexOf(audit)}`);
    await work.done('re-audit', id, ash, { type: 'CheckAction', action, verdict: 'done' });
    if (audit === reAudited)
      await work.done('re-audit', id, ash, { type: 'GradeReAudit', grade: 'good', rationale: 'As seen.' });
  }
  await work.done('re-audit', await begin(withdrawn), lea, { type: 'WithdrawReAudit', ...reason });
}
