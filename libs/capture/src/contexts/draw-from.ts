import {
  londonDate,
  type Acting,
  type Cycle,
  type DrawAnswer,
  type DrawSample,
  type Frame,
  type SampleExclusion,
} from '#audit-cycle';
import { sha256Hex } from '#event-log';
import { drawSample, type DrawRequest } from '#population';
import type { Known } from './lookups.js';
import { sampledRecently } from './sampled-recently.js';

/** What drawing from the cycle's own frozen frame gives; null when no population is imported. The seed is made here, after the freezing. */
export async function drawFrom(
  known: Known,
  id: string,
  command: DrawSample,
  cycle: Cycle,
  { now }: Acting,
): Promise<DrawAnswer | null> {
  if (cycle.population === null) return null;
  const { authority, frames, newSeed } = known;
  const frame = await frames.read(authority, cycle.population.frame);
  const drawnOn = londonDate(now);
  const recently = await sampledRecently(known, id, cycle, drawnOn);
  const request: DrawRequest = {
    frame,
    frameDigest: cycle.population.frame,
    size: command.size,
    minimumPerStratum: command.minimumPerStratum,
    seed: command.seed ?? newSeed(),
    seedSource: command.seed === undefined ? 'server' : 'supplied',
    drawnOn,
    exclusions: exclusionsFrom(frame, cycle, recently),
  };
  return drawSample(request, sha256Hex);
}

function exclusionsFrom(
  frame: Frame,
  cycle: Cycle,
  recently: ReadonlySet<string>,
): readonly SampleExclusion[] {
  const outside: number[] = [];
  const sampled: number[] = [];
  frame.entries.forEach(({ child, cohort }, index) => {
    if (cycle.cohorts.length > 0 && !cycle.cohorts.includes(cohort)) outside.push(index);
    else if (recently.has(child)) sampled.push(index);
  });
  const exclusions: SampleExclusion[] = [
    { reasonCode: 'outside-scope', indices: outside },
    { reasonCode: 'sampled-recently', indices: sampled },
  ];
  return exclusions.filter(({ indices }) => indices.length > 0);
}
