import {
  addMonths,
  londonDate,
  type Acting,
  type Cycle,
  type CycleContext,
  type CycleState,
  type DrawAnswer,
  type DrawSample,
  type Frame,
  type IsoDate,
  type NextInStratum,
  type OrderFor,
  type Sample,
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
    drawnElsewhere: 0,
    unfinished: [],
    selecting: 0,
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
    case 'OpenCycle':
      return { ...context, drawnElsewhere: await drawnElsewhere(known, id, state, acting) };
    case 'DrawReplacement':
      return { ...context, next: await nextInStratumOf(known, id, state, command.stratum, acting) };
    case 'CloseCycle':
      return { ...context, ...(await stillToDo(known, id, state, acting)) };
    case 'ImportPopulation':
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

/** Children that other cycles drew within the months that the cycle's policy keeps between samples, unless its kind may repeat. */
async function sampledRecently(
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

async function drawnElsewhere(known: Known, id: string, cycle: Cycle, { now }: Acting): Promise<number> {
  if (cycle.sample === null) return 0;
  const recently = await sampledRecently(known, id, cycle, londonDate(now));
  const { entries } = await known.frames.read(known.authority, cycle.sample.frame);
  return takenIndices(cycle).filter((index) => recently.has(entries[index]!.child)).length;
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

async function nextInStratumOf(
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

/** The audits that have not ended, and how many cases the processes have still to bring in. */
async function stillToDo(
  known: Known,
  id: string,
  cycle: Cycle,
  acting: Acting,
): Promise<Pick<CycleContext, 'unfinished' | 'selecting'>> {
  const { authority, streams } = known;
  const audits = await Promise.all(
    takenIndices(cycle).map(async (index) => {
      const audit = auditId(id, index);
      return { audit, state: (await streams.load(authority, 'case-audit', audit)).state };
    }),
  );
  const unselected = audits.filter(({ state }) => state.status === 'not-selected').length;
  const unreplaced = audits.filter(
    ({ audit, state }) =>
      state.status === 'withdrawn' &&
      state.replace &&
      !cycle.replacements.some(({ replaces }) => replaces === audit),
  );
  const drawable = await Promise.all(
    unreplaced.map(({ state }) =>
      state.status === 'not-selected'
        ? null
        : nextInStratumOf(known, id, cycle, state.selected.stratum, acting),
    ),
  );
  return {
    unfinished: audits
      .filter(({ state }) => state.status !== 'finalised' && state.status !== 'withdrawn')
      .map(({ audit }) => audit),
    selecting: unselected + drawable.filter((next) => next !== null).length,
  };
}

/** Every index that a cycle drew, replacements included. */
const takenIndices = ({ sample, replacements }: Cycle): readonly number[] => [
  ...(sample?.strata.flatMap(({ chosen }) => chosen) ?? []),
  ...replacements.map(({ drawIndex }) => drawIndex),
];
