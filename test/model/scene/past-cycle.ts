import { SHIPPED_TOOLS, type CaseAuditCommand } from '#audit-cycle';
import { shippedToolId } from '#authority-setup';
import { AUTHORITY, type AtWork } from '../at-work.js';
import { PEOPLE } from '../people.js';
import { answers, gradeCase } from './answers.js';
import { moderatedBy } from './audits.js';
import { named } from './named.js';
import { planned, opened } from './cycles.js';
import { setAction } from './actions.js';

const { lea, anna, una, mo, tim } = PEOPLE;

const PAST_CASES = 8;
/** Those past audits that set an action. */
const WITH_ACTION: readonly number[] = [1, 2, 3, 5, 6];

/** Closed, with audits that are final; some of them have an action each that was reported done weeks ago. */
export async function pastCycle(work: AtWork): Promise<readonly string[]> {
  const id = named('past');
  await planned(work, id, 0, PAST_CASES, shippedToolId(AUTHORITY, 'dip-sample'));
  const audits = await opened(work, id, PAST_CASES);
  for (const [n, audit] of audits.entries()) {
    const isWithAction = WITH_ACTION.includes(n);
    const auditor = n % 2 === 0 ? anna : una;
    await work.done('case-audit', audit, lea, { type: 'AllocateAuditor', auditor });
    const steps = [{ type: 'StartAudit' }, ...answers(SHIPPED_TOOLS['dip-sample'])] as const;
    await work.done('case-audit', audit, auditor, ...steps);
    if (isWithAction) await setAction(work, audit, named(`past-action-${n}`), auditor);
    const { noActionReason, ...bare } = gradeCase('good') as Extract<CaseAuditCommand, { type: 'GradeCase' }>;
    const grade = isWithAction ? bare : { ...bare, noActionReason: noActionReason! };
    await work.done('case-audit', audit, auditor, grade);
    await moderatedBy(work, audit, mo, 'good');
    await work.done('case-audit', audit, lea, { type: 'FinaliseAudit' });
  }
  await work.done('cycle', id, lea, { type: 'CloseCycle' });
  work.now = '2026-05-04T09:00:00.000Z';
  for (const n of WITH_ACTION)
    await work.done('improvement-action', named(`past-action-${n}`), tim, {
      ...{ type: 'ReportDone', doneOn: work.today, evidence: 'See the record.' },
    });
  return audits;
}
