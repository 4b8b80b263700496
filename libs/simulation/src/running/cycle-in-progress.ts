import {
  type ActionId,
  type CycleCommand,
  type Cycle,
  type CycleState,
  type Frame,
  type Instant,
} from '#audit-cycle';
import { auditId } from '#authority-setup';
import { sha256Hex } from '#event-log';
import { PopulationImport } from '#population';
import type { CyclePlan } from '../cycle-plan.js';
import { writePopulation } from '../population/write-population.js';
import type { SimulationPorts } from '../ports.js';
import { tellCase } from '../story/case-story.js';
import type { CaseStory, World } from '../story/world.js';
import { momentOf, workingDay } from '../working-time.js';
import { closing, drawing, planning } from './cycle-commands.js';
import { discoverTies } from './discover-ties.js';
import type { Performer } from './performer.js';
import { acting } from './step-maker.js';
import { inOrderOfTime } from './step.js';
import type { Stories } from './stories.js';

export interface SharedByCycles {
  readonly world: World;
  readonly ports: SimulationPorts;
  readonly performer: Performer;
  readonly stories: Stories;
  /** Actions set for each child, by all cycles. */
  readonly actionsOfChild: Map<string, ActionId[]>;
  readonly drawSeed: 'server' | 'from-seed';
}

export interface Milestone {
  readonly at: Instant;
  readonly happen: () => Promise<unknown>;
}

/** One cycle, as the qa-lead takes it from the plan to its closing. */
export class CycleInProgress {
  readonly id: string;
  private readonly told = new Map<string, CaseStory>();
  private readonly replaced = new Set<string>();

  constructor(
    readonly plan: CyclePlan,
    private readonly shared: SharedByCycles,
  ) {
    this.id = shared.world.maker.id('cycle', plan.key);
  }

  milestones(): readonly Milestone[] {
    const { plan, shared } = this;
    const { plannedOn, importedOn, drawnOn, opensOn, closesOn } = plan;
    const { authority } = shared.performer;
    const seed = shared.drawSeed === 'server' ? null : sha256Hex(shared.world.maker.id('draw', plan.key));
    const milestone = (at: Instant, happen: (at: Instant) => Promise<unknown>): Milestone => ({
      at,
      happen: () => happen(at),
    });
    return [
      milestone(momentOf(plannedOn, 95), (at) => this.decide(at, planning(plan, authority))),
      milestone(momentOf(importedOn, 130), (at) => this.importPopulation(at)),
      milestone(momentOf(drawnOn, 110), (at) => this.decide(at, drawing(plan, seed))),
      milestone(momentOf(opensOn, 30), (at) => this.open(at)),
      milestone(momentOf(closesOn, 420), (at) => this.decide(at, closing([...this.told.values()]))),
    ];
  }

  /** Tells the stories of the cases that came in for those withdrawn until then; answers whether there were any. */
  async takeInReplacements(to: Instant): Promise<boolean> {
    const { ports, performer, stories } = this.shared;
    const due = [...this.told.values()].filter(
      ({ audit, replacedFrom, withdrawnAt }) =>
        replacedFrom !== null && !this.replaced.has(audit) && withdrawnAt! <= to,
    );
    if (due.length === 0) return false;
    await ports.settle(performer.authority, performer.lastPosition);
    const cycle = await this.settled();
    const frame = await this.frameOf(cycle);
    for (const { audit, replacedFrom } of due) {
      this.replaced.add(audit);
      const drawn = cycle.replacements.find(({ replaces }) => replaces === audit);
      if (drawn === undefined) continue;
      stories.add(this.tell(frame, drawn.drawIndex, null, workingDay(replacedFrom!, 1)).steps);
    }
    return true;
  }

  /** What was imported before is not imported again: writing and reading a workbook takes longer than anything else here. */
  private async importPopulation(at: Instant): Promise<void> {
    const { ports, performer, world } = this.shared;
    const { authority } = performer;
    const { state } = await ports.cycle(authority, this.id);
    if (state.status !== 'not-planned' && state.population !== null) return;
    const { bytes, workers } = await writePopulation(world.directory, this.plan.population);
    const { asAt } = this.plan.population;
    const answer = await new PopulationImport(ports.gateway, ports.blobs).import(
      this.id,
      { bytes, fileName: `annex-a-${asAt}.xlsx`, asAt, workers },
      {
        authority,
        actor: acting(world.directory.qaLead),
        commandId: world.maker.id('import', this.plan.key),
        at,
      },
    );
    if (!answer.ok) throw new Error(`The population was refused: ${answer.refusal.message}`);
  }

  /** The cases are selected, ties come to light, and then it is known what everybody will do. */
  private async open(at: Instant): Promise<void> {
    await this.decide(at, { type: 'OpenCycle' });
    await this.shared.ports.settle(this.shared.performer.authority, this.shared.performer.lastPosition);
    const cycle = await this.settled();
    const frame = await this.frameOf(cycle);
    const drawn = (cycle.sample?.strata ?? []).flatMap(({ chosen }) => chosen);
    const children = drawn.map((index) => frame.entries[index]!.child);
    const { world, performer, stories } = this.shared;
    for (const step of discoverTies(world, children, this.plan)) await performer.perform(step);
    const told = drawn.map((index, number) => this.tell(frame, index, number, this.plan.opensOn));
    for (const { replacedFrom, steps } of told) if (replacedFrom === null) stories.add(steps);
    // Which case comes in for which depends on the order of the withdrawals, so these go one after the other.
    stories.add(
      inOrderOfTime(told.flatMap(({ replacedFrom, steps }) => (replacedFrom === null ? [] : steps))),
    );
  }

  /** @param number of the case in the sample; null for a replacement */
  private tell(frame: Frame, index: number, number: number | null, from: string): CaseStory {
    const { world, actionsOfChild } = this.shared;
    const { child, team, worker } = frame.entries[index]!;
    const audit = auditId(this.id, index);
    const earlierActions = actionsOfChild.get(child) ?? [];
    const story = tellCase(world, {
      ...{ audit, cycle: this.id, turn: this.plan.turn, earlierActions, from },
      subject: { child, team, worker, asAt: frame.asAt },
      fate: this.plan.fate(world.chance.of('case', audit), number),
      allocatedWithin: number === null ? 1 : this.plan.allocatedWithin,
      closes: this.plan.closesOn,
    });
    this.told.set(audit, story);
    actionsOfChild.set(child, [...earlierActions, ...story.actions]);
    return story;
  }

  private decide(at: Instant, command: CycleCommand): Promise<bigint | null> {
    const { world, performer } = this.shared;
    const order = { kind: 'cycle', id: this.id, command } as const;
    return performer.perform(world.maker.step(at, acting(world.directory.qaLead), order, command.type));
  }

  /** The cycle once the processes have carried on everything in it. */
  private async settled(): Promise<Cycle> {
    const { ports, performer } = this.shared;
    const { state, position } = await ports.cycle(performer.authority, this.id);
    await ports.settle(performer.authority, position);
    return planned(state);
  }

  private async frameOf({ sample }: Cycle): Promise<Frame> {
    const { ports, performer } = this.shared;
    const bytes = sample === null ? null : await ports.blobs.get(performer.authority, sample.frame);
    if (bytes === null) throw new Error(`The frame of the cycle ${this.id} is not in the blob store`);
    return JSON.parse(Buffer.from(bytes).toString('utf8')) as Frame;
  }
}

function planned(state: CycleState): Cycle {
  if (state.status === 'not-planned') throw new Error('The cycle was planned and is not there');
  return state;
}
