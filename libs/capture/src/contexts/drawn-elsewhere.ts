import { londonDate, type Acting, type Cycle } from '#audit-cycle';
import type { Known } from './lookups.js';
import { sampledRecently } from './sampled-recently.js';
import { takenIndices } from './taken-indices.js';

/** How many children of the sample another cycle has drawn as well. */
export async function drawnElsewhere(
  known: Known,
  id: string,
  cycle: Cycle,
  { now }: Acting,
): Promise<number> {
  if (cycle.sample === null) return 0;
  const recently = await sampledRecently(known, id, cycle, londonDate(now));
  const { entries } = await known.frames.read(known.authority, cycle.sample.frame);
  return takenIndices(cycle).filter((index) => recently.has(entries[index]!.child)).length;
}
