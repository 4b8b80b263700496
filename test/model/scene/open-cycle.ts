import { CORE_PRACTICE_AUDIT } from '#audit-cycle';
import { parseStreamName } from '#event-log';
import { shippedToolId } from '#authority-setup';
import { AUTHORITY, type AtWork } from '../at-work.js';
import { PEOPLE } from '../people.js';
import { gradedBy, moderatedBy } from './audits.js';
import { planned, opened } from './cycles.js';
import { reason } from './named.js';
import { answers } from './answers.js';

const { lea, anna, ash, una, mo, max, sol } = PEOPLE;

const OPEN_CASES = 13;

/** An audit at each step of its way, and escalations in each of their states. */
export async function openCycle(work: AtWork, id: string): Promise<readonly string[]> {
  // The frame holds more cases than are drawn, for replacements.
  await planned(work, id, 100, OPEN_CASES + 6, shippedToolId(AUTHORITY, 'core-practice-audit'));
  const audits = await opened(work, id, OPEN_CASES);
  const step = (n: number): string => audits[n]!;
  const tool = CORE_PRACTICE_AUDIT;
  await work.done('case-audit', step(1), lea, { type: 'AllocateAuditor', auditor: anna });
  for (const [n, auditor] of [
    [2, anna],
    [3, una],
  ] as const) {
    await work.done('case-audit', step(n), lea, { type: 'AllocateAuditor', auditor });
    await work.done('case-audit', step(n), auditor, { type: 'StartAudit' }, ...answers(tool));
  }
  await gradedBy(work, step(4), una, 'good', tool);
  await gradedBy(work, step(5), anna, 'inadequate', tool);
  await work.done('case-audit', step(5), lea, { type: 'AllocateModerator', moderator: mo });
  for (const [n, grade] of [
    [6, 'good'],
    [7, 'inadequate'],
    [8, 'good'],
    [9, 'inadequate'],
  ] as const) {
    // Upheld where it is to be final at once: a changed grade waits until its auditor can no longer dispute it.
    await gradedBy(work, step(n), anna, n === 9 ? 'inadequate' : 'good', tool);
    await moderatedBy(work, step(n), n % 2 === 0 ? mo : max, grade);
  }
  for (const n of [7, 8])
    await work.done('case-audit', step(n), anna, {
      ...{ type: 'DisputeGrade', grade: 'requires-improvement', reason: 'Not so.' },
    });
  await work.done('case-audit', step(8), lea, {
    ...{ type: 'SettleGrade', panel: [sol, ash], grade: 'requires-improvement', ...reason },
  });
  await work.done('case-audit', step(9), lea, { type: 'FinaliseAudit' });
  await work.done('case-audit', step(10), lea, {
    ...{ type: 'RequestWithdrawal', reasonCode: 'duplicate-record', replace: true },
  });
  await gradedBy(work, step(11), anna, 'requires-improvement', tool);
  await gradedBy(work, step(12), anna, 'good', tool);
  await work.done('case-audit', step(12), lea, { type: 'ReturnAudit', ...reason });
  for (const n of [3, 5, 6, 7, 8])
    await work.done('case-audit', step(n), lea, {
      ...{ type: 'RequestWithdrawal', reasonCode: 'restricted-record', replace: false },
    });
  for (const n of [2, 4, 6, 8])
    await work.done('case-audit', step(n), lea, { type: 'SetLegalHold', reasonCode: 'a-court-asked' });
  await escalations(work, step(1));
  return audits;
}

async function escalations(work: AtWork, audit: string): Promise<void> {
  for (let n = 0; n < 3; n++)
    await work.done('case-audit', audit, anna, {
      ...{ type: 'RaiseImmediateRisk', risk: 'unsafe-home', escalateTo: sol },
      ...{ referredOnly: false, concern: 'Nobody saw the child.' },
    });
  const found = (await work.events()).filter(({ header }) => header.type === 'EscalationOpened');
  const [taken, resolved] = found.slice(-2).map(({ header }) => parseStreamName(header.stream).id) as [
    string,
    string,
  ];
  for (const id of [taken, resolved])
    await work.done('escalation', id, sol, { type: 'AcknowledgeEscalation' });
  await work.done('escalation', resolved, sol, {
    ...{ type: 'ResolveEscalation', whatCode: 'visited', whatWasDone: 'Somebody went.' },
    ...{ doneOn: work.today, onChildRecordSince: work.today },
  });
}
