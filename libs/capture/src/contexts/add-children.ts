import { addedChildren, type AddChildren, type Addition, type Cycle } from '#audit-cycle';
import { canonicalBytes } from '#event-log';
import { addByHand } from '#population';
import type { Known } from './lookups.js';

/**
 * What comes of adding children to the cycle's frozen frame; null when no population is imported. The frame with them and the report
 * are stored first: of an addition that is refused there stay blobs that nothing names.
 */
export async function addition(
  { authority, frames, blobs, look }: Known,
  { children: written, reasonCode }: AddChildren,
  { population, sample }: Cycle,
): Promise<Addition | null> {
  if (population === null || sample !== null) return null;
  const children = addedChildren(written);
  const workers = new Set(children.map(({ worker }) => worker));
  const before = await frames.read(authority, population.frame);
  const { frame, report, alreadyIn } = addByHand(before, population, children, reasonCode);
  return {
    to: population.frame,
    frame: await blobs.put(authority, frame),
    report: await blobs.put(authority, canonicalBytes(report)),
    alreadyIn,
    unknownWorkers: [...workers].filter((worker) => look.of('person', worker).revision === null),
  };
}
