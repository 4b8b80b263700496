import {
  addMonths,
  londonDate,
  type Acting,
  type AuditId,
  type Cycle,
  type CycleContext,
  type CycleState,
  type DrawAnswer,
  type DrawSample,
  type Frame,
  type NextInStratum,
  type OrderFor,
  type SampleExclusion,
} from '#audit-cycle';
import { nextInStratum } from '#assurance-statistics';
import { sha256Hex } from '#event-log';
import { drawOrders, drawSample, type DrawRequest } from '#population';
import { auditId, policyId } from '#authority-setup';
import type { Known } from './lookups.js';

/** What deciding about a cycle needs: for each command only its own part is looked up. */
export async function cycleContext(
  known: Known,
  { id, command }: OrderFor<'cycle'>,
  state: CycleState,
  acting: Acting,
): Promise<CycleContext> {
  const context: CycleContext = {
    ...acting,
    policy: { current: null },
    tool: null,
    draw: null,
    next: null,
    unfinished: [],
  };
  if (command.type === 'PlanCycle') {
    const { authority, look } = known;
    const tool = look.of('audit-tool', command.tool.id);
    const policy = look.of('policy', policyId(authority)).state;
    return { ...context, policy, tool: tool.revision === null ? null : tool.state };
  }
  if (state.status === 'not-planned') return context;
  switch (command.type) {
    case 'DrawSample':
      return { ...context, draw: await draw(known, id, command, state, acting) };
    case 'DrawReplacement':
      return { ...context, next: await next(known, state, command.stratum) };
    case 'CloseCycle':
      return { ...context, unfinished: await unfinished(known, id, state) };
    case 'ImportPopulation':
    case 'OpenCycle':
      return context;
  }
}

async function draw(
  known: Known,
  id: string,
  command: DrawSample,
  cycle: Cycle,
  { now }: Acting,
): Promise<DrawAnswer | null> {
  if (cycle.population === null) return null;
  const { authority, frames, look, newSeed } = known;
  const frame = await frames.read(authority, cycle.population.frame);
  const drawnOn = londonDate(now);
  const since = addMonths(drawnOn, -cycle.policy.sampling.monthsBetweenSamples);
  const others = [...look.all('cycle')].filter(([other]) => other !== id).map(([, { state }]) => state);
  const recently = await childrenSampledSince(known, others, since);
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

async function childrenSampledSince(
  { authority, frames }: Known,
  cycles: readonly CycleState[],
  since: string,
): Promise<ReadonlySet<string>> {
  const children = new Set<string>();
  for (const cycle of cycles) {
    if (cycle.status === 'not-planned' || cycle.sample === null || cycle.sample.drawnOn <= since) continue;
    const { entries } = await frames.read(authority, cycle.sample.frame);
    for (const index of takenIndices(cycle)) children.add(entries[index]!.child);
  }
  return children;
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

async function next(
  { authority, frames }: Known,
  cycle: Cycle,
  stratum: string,
): Promise<NextInStratum | null> {
  if (cycle.sample === null) return null;
  const orders = drawOrders(await frames.read(authority, cycle.sample.frame), cycle.sample, sha256Hex);
  const drawn = orders.find(({ name }) => name === stratum);
  if (drawn === undefined) return null;
  const found = nextInStratum(drawn.order, new Set(takenIndices(cycle)));
  return found.value === null
    ? null
    : { drawIndex: found.value, probability: drawn.selectionProbability ?? 0 };
}

async function unfinished(
  { authority, streams }: Known,
  id: string,
  cycle: Cycle,
): Promise<readonly AuditId[]> {
  const audits = await Promise.all(
    takenIndices(cycle).map(async (index) => {
      const audit = auditId(id, index);
      const { state } = await streams.load(authority, 'case-audit', audit);
      return { audit, ended: state.status === 'finalised' || state.status === 'withdrawn' };
    }),
  );
  return audits.filter(({ ended }) => !ended).map(({ audit }) => audit);
}

/** Every index that a cycle drew, replacements included. */
const takenIndices = ({ sample, replacements }: Cycle): readonly number[] => [
  ...(sample?.strata.flatMap(({ chosen }) => chosen) ?? []),
  ...replacements.map(({ drawIndex }) => drawIndex),
];
