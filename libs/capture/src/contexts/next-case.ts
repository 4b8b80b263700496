import { nextInStratum } from '#assurance-statistics';
import { londonDate, type Acting, type Cycle, type NextInStratum } from '#audit-cycle';
import { sha256Hex } from '#event-log';
import { drawOrders } from '#population';
import type { Known } from './lookups.js';
import { sampledRecently } from './sampled-recently.js';
import { takenIndices } from './taken-indices.js';

/** Who comes next in the draw order of a stratum, and whom that passes over; null when it is used up. */
export async function nextCase(
  known: Known,
  id: string,
  cycle: Cycle,
  stratum: string,
  { now }: Acting,
): Promise<NextInStratum | null> {
  if (cycle.sample === null) return null;
  const frame = await known.frames.read(known.authority, cycle.sample.frame);
  const drawn = drawOrders(frame, cycle.sample, sha256Hex).find(({ name }) => name === stratum);
  if (drawn === undefined) return null;
  const recently = await sampledRecently(known, id, cycle, londonDate(now));
  const taken = new Set(takenIndices(cycle));
  const excluded = drawn.order.filter(
    (index) => !taken.has(index) && recently.has(frame.entries[index]!.child),
  );
  const found = nextInStratum(drawn.order, new Set([...taken, ...excluded]));
  if (found.value === null) return null;
  const place = drawn.order.indexOf(found.value);
  const passedOver = excluded.filter((index) => drawn.order.indexOf(index) < place);
  return {
    drawIndex: found.value,
    probability: drawn.selectionProbability ?? 0,
    exclusions: passedOver.length === 0 ? [] : [{ reasonCode: 'sampled-recently', indices: passedOver }],
  };
}
