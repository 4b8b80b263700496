import { addDays, addMonths, type IsoDate, type PersonCommand } from '#audit-cycle';
import { bimonthly, bimonthlyKey } from '../cycle-plan.js';
import type { MadeUpPerson } from '../people/made-up-person.js';
import type { SimulationPorts } from '../ports.js';
import { Performer } from '../running/performer.js';
import { liveThrough, type LivedThrough } from '../running/programme.js';
import { acting, StepMaker } from '../running/step-maker.js';
import type { Step } from '../running/step.js';
import type { World } from '../story/world.js';
import { momentOf } from '../working-time.js';
import { april2021 } from './april-2021.js';
import {
  DEMONSTRATION,
  demonstrationWorld,
  firstPeriodBefore,
  FULL_SIZE,
  measuredMonths,
  type DemonstrationSize,
} from './made-up-authority.js';
import { runningPeriodFrom } from './running-period.js';
import { clearedPersonOf, inspectorOf } from './trial-people.js';

/** Long: whoever has begun to look at the demonstration is not to lose it on the way. */
const CLEARED_FOR_MONTHS = 60;

export interface DemonstrationRequest {
  /** The story is told until the evening before. */
  readonly today: IsoDate;
  /** Aborted, it stops after what is under way; the next call goes on from there. */
  readonly signal?: AbortSignal;
}

export type DemonstrationAnswer =
  | { readonly loaded: 'before' }
  | ({ readonly loaded: 'now' } & LivedThrough)
  | { readonly loaded: 'interrupted' };

/**
 * The authority that a visitor finds: the board's cycle of April 2021, six bimonthly cycles of 200 from 2,503 children that are closed,
 * and a seventh that is running today, with a scorecard beside them and somebody who is cleared for equality figures. Interrupted or killed, it goes on where it was; once complete it is never touched again.
 * @throws Error when something is refused that should not be, or what it stands on fails
 */
export const demonstrationAuthority = (
  request: DemonstrationRequest,
  ports: SimulationPorts,
): Promise<DemonstrationAnswer> => loadDemonstration(FULL_SIZE, request, ports);

/** The same in another size. */
export async function loadDemonstration(
  size: DemonstrationSize,
  { today, signal }: DemonstrationRequest,
  ports: SimulationPorts,
): Promise<DemonstrationAnswer> {
  const yesterday = addDays(today, -1);
  const from = await firstPeriodFrom(today, ports);
  const world = demonstrationWorld(from, size);
  if (await isComplete(world, yesterday, ports)) return { loaded: 'before' };
  const { authority, name, begin, seed, cycles: count } = DEMONSTRATION;
  const ofMainPopulation = { seed: seed + 1, size: size.population, turns: count };
  const until = momentOf(yesterday, 480);
  const cycles = [
    april2021(seed, world.chance),
    ...Array.from({ length: count }, (_, turn) =>
      bimonthly(turn, addMonths(from, 2 * turn), size.cases, ofMainPopulation),
    ),
  ];
  try {
    const measured = measuredMonths(from);
    const request = { authority, name, begin, cycles, measured, until, drawSeed: 'server' as const };
    const performed = await liveThrough({ ...request, signal }, world, ports);
    await guardianClears(world, yesterday, ports);
    await inspectorComes(world, yesterday, ports);
    return { loaded: 'now', ...performed };
  } catch (error) {
    if (signal?.aborted) return { loaded: 'interrupted' };
    throw error;
  }
}

/** A load that was begun on an earlier day keeps its calendar. */
async function firstPeriodFrom(today: IsoDate, { cycle }: SimulationPorts): Promise<IsoDate> {
  const from = firstPeriodBefore(runningPeriodFrom(today));
  const { authority, seed } = DEMONSTRATION;
  const { state } = await cycle(authority, new StepMaker(authority, seed).id('cycle', bimonthlyKey(0)));
  return state.status === 'not-planned' ? from : state.period.from;
}

/** Given to somebody who has not joined yet the roles are refused; so they are given only once, at the very end. */
async function isComplete(world: World, on: IsoDate, { gateway }: SimulationPorts): Promise<boolean> {
  const { at, actor, commandId, order } = inspectorsRoles(world, on);
  const answer = await gateway.execute({ authority: DEMONSTRATION.authority, at, actor, commandId, order });
  if (answer.ok) return true;
  const { code, message } = answer.refusal;
  if (code === 'not-joined' || code === 'not-found') return false;
  throw new Error(`Whether the demonstration is complete cannot be told (${code}): ${message}`);
}

/** One clearance, so that a visitor can see how children of different groups are served. */
async function guardianClears(world: World, on: IsoDate, ports: SimulationPorts): Promise<void> {
  const { maker, directory } = world;
  const [guardian] = directory.holding('caldicott-guardian') as [MadeUpPerson];
  const command = {
    type: 'GiveClearance',
    clearance: 'equality',
    until: addMonths(on, CLEARED_FOR_MONTHS),
  } as const;
  const order = { kind: 'person', id: clearedPersonOf(world).id, command } as const;
  const performer = new Performer(DEMONSTRATION.authority, ports, () => undefined);
  await performer.perform(maker.step(momentOf(on, 483), acting(guardian), order, `${command.type}/${on}`));
}

async function inspectorComes(world: World, on: IsoDate, ports: SimulationPorts): Promise<void> {
  const { authority } = DEMONSTRATION;
  const inspector = inspectorOf(world);
  await ports.names?.record(authority, [inspector]);
  const performer = new Performer(authority, ports, () => undefined);
  await performer.perform(inspectorsStep(world, on, { type: 'Join', on }));
  await performer.perform(inspectorsRoles(world, on));
}

const inspectorsRoles = (world: World, on: IsoDate): Step =>
  inspectorsStep(world, on, { type: 'GiveRoles', roles: ['inspector'] });

function inspectorsStep(world: World, on: IsoDate, command: PersonCommand): Step {
  const { maker, directory } = world;
  const order = { kind: 'person', id: inspectorOf(world).id, command } as const;
  return maker.step(momentOf(on, 485), acting(directory.administrator), order, command.type);
}
