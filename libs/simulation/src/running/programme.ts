import { setUpAuthority } from '#authority-setup';
import type { CycleId, Instant, IsoDate } from '#audit-cycle';
import type { CyclePlan } from '../cycle-plan.js';
import { directorySteps } from '../people/directory-steps.js';
import type { SimulationPorts } from '../ports.js';
import type { World } from '../story/world.js';
import { momentOf } from '../working-time.js';
import { AT_ONCE, atMost } from './at-most.js';
import { calibrations } from './calibrating.js';
import { CycleInProgress, type Milestone } from './cycle-in-progress.js';
import { scorecardOf, type MeasuredMonths } from './measuring.js';
import { Performer, type Performed } from './performer.js';
import { reviewRounds } from './reviewing.js';
import { toolRevisions } from './revising-tools.js';
import { Stories } from './stories.js';

export interface ProgrammeRequest {
  readonly authority: string;
  /** As people call it. */
  readonly name: string;
  /** The day that the authority begins to use the product. */
  readonly begin: IsoDate;
  readonly cycles: readonly CyclePlan[];
  /** Left out, there is no scorecard. */
  readonly measured?: MeasuredMonths | undefined;
  /** What would happen later has not happened yet. */
  readonly until: Instant;
  readonly drawSeed: 'server' | 'from-seed';
  readonly signal?: AbortSignal | undefined;
}

export interface LivedThrough extends Performed {
  readonly people: number;
  readonly cycles: readonly { readonly id: CycleId; readonly title: string }[];
}

/** Steps of a case and its actions, as a first guess for cycles that are not open yet. */
const STEPS_FOR_ONE_CASE = 25;

/** Lives through everything that was made up, in order of time wherever one thing can depend on another. */
export async function liveThrough(
  { authority, name, begin, cycles, measured, until, drawSeed, signal }: ProgrammeRequest,
  world: World,
  ports: SimulationPorts,
): Promise<LivedThrough> {
  let [doing, done, opened] = ['Setting up', 0, 0];
  const performer = new Performer(
    authority,
    ports,
    () => {
      done += 1;
      const guess = cycles.slice(opened).reduce((sum, { size }) => sum + size * STEPS_FOR_ONE_CASE, 0);
      ports.progress?.({ step: doing, done, known: Math.max(done, fixed + stories.known + guess) });
    },
    signal,
  );
  const stories = new Stories(performer, (position) => ports.settle(authority, position));
  const shared = {
    ...{ world, ports, performer, stories, drawSeed },
    ...{ actionsOfChild: new Map(), auditedUntil: new Map(), cases: new Map() },
  };
  const running: readonly CycleInProgress[] = cycles.map((plan) => new CycleInProgress(plan, shared));
  const people = directorySteps(world.directory, begin, world.maker);
  const fixed = people.joining.length + people.settlingIn.flat().length + people.later.length;

  const advance = async (to: Instant): Promise<void> => {
    await stories.advance(to);
    let more = false;
    for (const cycle of running) more = (await cycle.takeInReplacements(to)) || more;
    if (more) await advance(to);
  };

  await setUpAuthority(ports.gateway, { authority, name, clock: 'simulated', at: momentOf(begin, 0) });
  await ports.names?.record(authority, world.directory.all());
  await atMost(AT_ONCE, people.joining, async (step) => void (await performer.perform(step)));
  await atMost(AT_ONCE, people.settlingIn, async (steps) => {
    for (const step of steps) await performer.perform(step);
  });
  const milestones: readonly Milestone[] = [
    ...calibrations(cycles, shared),
    ...reviewRounds(cycles, shared),
    ...toolRevisions(cycles, shared),
    ...(measured === undefined ? [] : scorecardOf(measured, shared)),
    ...people.later.map((step) => ({ at: step.at, happen: () => performer.perform(step) })),
    ...running.flatMap((cycle, n) =>
      cycle.milestones().map(({ at, happen }) => ({
        at,
        happen: async () => {
          doing = cycle.plan.title;
          await happen();
          opened = Math.max(opened, n);
        },
      })),
    ),
  ].sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
  for (const { at, happen } of milestones.filter((milestone) => milestone.at <= until)) {
    await advance(at);
    await happen();
  }
  await advance(until);
  return {
    ...performer.performed(),
    people: world.directory.all().length,
    cycles: running.map(({ id, plan: { title } }) => ({ id, title })),
  };
}
