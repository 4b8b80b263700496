import { auditId } from '#authority-setup';
import {
  dueForReAudit,
  londonDate,
  type Acting,
  type AuditToList,
  type Cycle,
  type DrawReAudits,
  type ReAuditDraw,
  type ReAuditList,
} from '#audit-cycle';
import { canonicalBytes, sha256Hex } from '#event-log';
import { drawReAudits as draw } from '#population';
import { actionStatesOfAudit } from './child-actions.js';
import type { Known } from './lookups.js';
import { reAuditsOf } from './re-audits-of.js';
import { takenIndices } from './taken-indices.js';

/**
 * What drawing re-audits of a cycle gives. The list of those who can be drawn is frozen as a blob first, and only then is there a seed.
 * A list whose draw is refused stays a blob that nothing names. Null where the cycle has no sample.
 */
export async function drawReAudits(
  known: Known,
  id: string,
  { seed }: DrawReAudits,
  cycle: Cycle,
  { now }: Acting,
): Promise<ReAuditDraw | null> {
  if (cycle.sample === null) return null;
  const { authority, blobs, newSeed } = known;
  const { sharePercent, fromWeeks, toWeeks } = cycle.policy.reAudit;
  const drawnOn = londonDate(now);
  const audits = await auditsToList(known, id, cycle);
  const list = dueForReAudit(id, audits, cycle.policy.reAudit, drawnOn);
  const eligibleDigest = await blobs.put(authority, canonicalBytes(list));
  const sown = seed ?? newSeed();
  const chosen = draw({ list, seed: sown, sharePercent }, sha256Hex);
  const before = new Map(audits.map(({ audit, before }) => [audit, before]));
  return {
    seed: sown,
    seedSource: seed === undefined ? 'server' : 'supplied',
    ...{ drawnOn, sharePercent, fromWeeks, toWeeks, eligibleDigest },
    eligible: list.eligible.length,
    chosen: chosen.map((one) => ({ ...one, ordinal: before.get(one.audit)! + 1 })),
  };
}

interface Listed extends AuditToList {
  /** How many re-audits there were of it. */
  readonly before: number;
}

async function auditsToList(known: Known, id: string, cycle: Cycle): Promise<readonly Listed[]> {
  const { authority, streams } = known;
  const listed = await listedBefore(known, cycle);
  return Promise.all(
    takenIndices(cycle).map(async (index) => {
      const audit = auditId(id, index);
      const { state } = await streams.load(authority, 'case-audit', audit);
      const again = await reAuditsOf(known, authority, audit);
      const doneAgain =
        again.some(({ status }) => status !== 'withdrawn') || isToCome(cycle, audit, again.length);
      const actions = actionStatesOfAudit(known, audit);
      return { audit, state, actions, listed: listed.has(audit), doneAgain, before: again.length };
    }),
  );
}

/** Whether a draw came to a re-audit of it that is not selected yet. */
const isToCome = ({ reAuditDraws }: Cycle, audit: string, before: number): boolean =>
  reAuditDraws.some(({ chosen }) => chosen.some((one) => one.audit === audit && one.ordinal > before));

/** @throws Error when the list of an earlier draw is gone: without it nobody knows whose turn it was. */
async function listedBefore(
  { authority, blobs }: Known,
  { reAuditDraws }: Cycle,
): Promise<ReadonlySet<string>> {
  const listed = new Set<string>();
  for (const { eligibleDigest } of reAuditDraws) {
    const bytes = await blobs.get(authority, eligibleDigest);
    if (bytes === null)
      throw new Error(`The list ${eligibleDigest} of a draw of re-audits is gone; restore it from a backup`);
    const { eligible, inadequate } = JSON.parse(Buffer.from(bytes).toString('utf8')) as ReAuditList;
    for (const audit of [...eligible, ...inadequate]) listed.add(audit);
  }
  return listed;
}
