import { setUpAuthority } from '#authority-setup';
import type { Append } from '#event-log';
import { AtWork, AUTHORITY } from './at-work.js';
import { FRAME_BYTES } from './frame.js';
import { actions } from './scene/actions.js';
import { otherCycles } from './scene/cycles.js';
import { measures } from './scene/measures.js';
import { named } from './scene/named.js';
import { openCycle } from './scene/open-cycle.js';
import { pastCycle } from './scene/past-cycle.js';
import { reAudits } from './scene/re-audits.js';
import { rounds } from './scene/rounds.js';
import { sessions } from './scene/sessions.js';
import { staff } from './scene/staff.js';
import { surgery } from './scene/surgery.js';

/** An authority in the middle of its work: each run begins with a copy of it. */
export interface Scene {
  readonly now: string;
  readonly blobs: AtWork['blobs'];
  readonly appends: readonly Append[];
  readonly ids: SceneIds;
}

export interface SceneIds {
  /** Of the cycle that is under way. */
  readonly open: string;
  readonly audits: readonly string[];
  /** Audits of the cycle that was closed. */
  readonly past: readonly string[];
}

export async function setScene(): Promise<Scene> {
  const work = new AtWork('2026-02-02T09:00:00.000Z');
  await work.blobs.put(AUTHORITY, FRAME_BYTES);
  await setUpAuthority(work.gateway, { authority: AUTHORITY, name: 'Northshire', clock: 'real' });
  await staff(work);
  work.now = '2026-03-02T09:00:00.000Z';
  const past = await pastCycle(work);
  work.now = '2026-07-06T09:00:00.000Z';
  await reAudits(work, past);
  await rounds(work, past.length);
  await sessions(work);
  await measures(work);
  const open = named('open');
  const audits = await openCycle(work, open);
  await otherCycles(work);
  await actions(work, audits);
  await surgery(work);
  return { now: work.now, blobs: work.blobs, appends: await appendsOf(work), ids: { open, audits, past } };
}

/** The scene anew, with nothing remembered. */
export async function enact({ now, blobs, appends }: Scene): Promise<AtWork> {
  const events = appends.reduce((sum, append) => sum + append.events.length, 0);
  const work = new AtWork(now, blobs, BigInt(events));
  for (const append of appends) await work.log.append(append);
  return work;
}

async function appendsOf(work: AtWork): Promise<Append[]> {
  const appends: Append[] = [];
  const byCommand = Map.groupBy(await work.events(), ({ header }) => header.command);
  for (const [id, events] of byCommand) {
    const done = await work.log.findCommand(AUTHORITY, id);
    if (done === null) throw new Error(`Command ${id} left no trace`);
    appends.push({ stream: done.stream, events, expect: 'any', command: { id, digest: done.digest } });
  }
  return appends;
}
