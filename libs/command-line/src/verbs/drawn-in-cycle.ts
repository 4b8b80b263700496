import { upcast, type AuditId, type Cycle, type CycleEvent, type Refusal } from '#audit-cycle';
import { factsOf, parseStreamName, streamName, type EventLog, type RecordedEvent } from '#event-log';
import type { ModerationChoice } from '#population';
import { cycleFromLog } from '#simulation';
import type { Touchstone } from '../touchstone.js';
import type { DrawnMaterial } from './drawn-material.js';
import { blobText } from './stored-text.js';

/**
 * Everything that was drawn or chosen in a cycle, from the record: its sample, its random choice for moderation once the secret is
 * published, and each draw of re-audits.
 */
export async function drawnInCycle(
  touchstone: Touchstone,
  authority: string,
  id: string,
): Promise<readonly DrawnMaterial[] | Refusal> {
  const { state: cycle } = await cycleFromLog(touchstone.log)(authority, id);
  if (cycle.status === 'not-planned' || cycle.sample === null)
    return { code: 'not-found', message: `The authority ${authority} has no cycle ${id} with a sample.` };
  const { sample, reAuditDraws } = cycle;
  const frame = await blobText(touchstone, authority, 'frame', sample.frame);
  if (typeof frame !== 'string') return frame;
  const found: DrawnMaterial[] = [{ about: 'sample', frame, sample }];
  const choice = await moderationChoice(touchstone.log, authority, id, cycle);
  if (choice !== null) found.push({ about: 'moderation', choice });
  for (const draw of reAuditDraws) {
    const list = await blobText(touchstone, authority, 'list', draw.eligibleDigest);
    if (typeof list !== 'string') return list;
    found.push({ about: 're-audits', list, draw });
  }
  return found;
}

/** Null until the cycle is closed: only then is its secret on record. */
async function moderationChoice(
  log: EventLog,
  authority: string,
  id: string,
  { opened, policy }: Cycle,
): Promise<ModerationChoice | null> {
  const events = await log.readStream(streamName(authority, 'cycle', id));
  const closed = events.find(({ header }) => header.type === 'CycleClosed');
  if (closed === undefined || opened === null) return null;
  const { moderationSecret } = facts<Extract<CycleEvent, { type: 'CycleClosed' }>['facts']>(closed);
  return {
    secretDigest: opened.moderationSecretDigest,
    secret: moderationSecret,
    sharePercent: policy.moderation.randomSharePercent,
    ...(await gradedAndChosen(log, authority, id)),
  };
}

/** The audits of the cycle that were graded, and those that were chosen at random, as their own streams tell. */
async function gradedAndChosen(
  log: EventLog,
  authority: string,
  id: string,
): Promise<Pick<ModerationChoice, 'graded' | 'chosen'>> {
  const [selected, graded, chosen] = [new Set<AuditId>(), new Set<AuditId>(), new Set<AuditId>()];
  const types = ['CaseSelected', 'CaseGraded', 'ModerationRequired'];
  for (let after = 0n; ;) {
    const page = await log.readAll(authority, { after, filter: { types } });
    for (const event of page.events) {
      const audit = parseStreamName(event.header.stream).id;
      const { cycle, rule } = facts<{ readonly cycle?: string; readonly rule?: string }>(event);
      if (cycle === id) selected.add(audit);
      if (event.header.type === 'CaseGraded' && selected.has(audit)) graded.add(audit);
      if (rule === 'random' && selected.has(audit)) chosen.add(audit);
    }
    if (page.through === after) return { graded: [...graded].sort(), chosen: [...chosen].sort() };
    after = page.through;
  }
}

function facts<Facts>(recorded: RecordedEvent): Facts {
  const { type, schema } = recorded.header;
  return upcast(type, schema, { facts: factsOf(recorded) }).facts as Facts;
}
