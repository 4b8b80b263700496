import { addMonths, type Cycle, type IsoDate, type Sample } from '#audit-cycle';
import type { Known } from './lookups.js';

/** Children that other cycles drew within the months that the cycle's policy keeps between samples, unless its kind may repeat. */
export async function sampledRecently(
  { authority, frames, look }: Known,
  id: string,
  cycle: Cycle,
  today: IsoDate,
): Promise<ReadonlySet<string>> {
  const { monthsBetweenSamples, repeatAllowedFor } = cycle.policy.sampling;
  const children = new Set<string>();
  if (repeatAllowedFor.includes(cycle.kind)) return children;
  const since = addMonths(today, -monthsBetweenSamples);
  for (const [other, { state }] of look.all('cycle')) {
    if (other === id || state.status === 'not-planned' || state.sample === null) continue;
    const taken = drawnAfter(state, state.sample, since);
    if (taken.length === 0) continue;
    const { entries } = await frames.read(authority, state.sample.frame);
    for (const index of taken) children.add(entries[index]!.child);
  }
  return children;
}

const drawnAfter = ({ replacements }: Cycle, sample: Sample, since: IsoDate): readonly number[] => [
  ...(sample.drawnOn > since ? sample.strata.flatMap(({ chosen }) => chosen) : []),
  ...replacements.filter(({ drawnOn }) => drawnOn > since).map(({ drawIndex }) => drawIndex),
];
