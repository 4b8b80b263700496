import {
  type ActionId,
  type AuditId,
  type ChildId,
  type CycleCommand,
  type Cycle,
  type CycleState,
  type Frame,
  type Instant,
  type IsoDate,
} from '#audit-cycle';
import { sha256Hex } from '#event-log';
import { PopulationImport } from '#population';
import type { CyclePlan } from '../cycle-plan.js';
import { writePopulation } from '../population/write-population.js';
import type { SimulationPorts } from '../ports.js';
import type { MadeUpPerson } from '../people/made-up-person.js';
import type { CaseStory } from '../story/case-story.js';
import { dueAgain } from '../story/due-again.js';
import { reAuditSteps } from '../story/re-audit-story.js';
import type { World } from '../story/world.js';
import { momentOf, workingDay } from '../working-time.js';
import { afterOpening, reAuditDraws } from './after-opening.js';
import { CasesOfCycle } from './cases-of-cycle.js';
import { closing, drawing, drawingAgain, planning } from './cycle-commands.js';
import { discoverTies } from './discover-ties.js';
import type { Performer } from './performer.js';
import { acting } from './step-maker.js';
import { inOrderOfTime, type Step } from './step.js';
import type { Stories } from './stories.js';

export interface SharedByCycles {
  readonly world: World;
  readonly ports: SimulationPorts;
  readonly performer: Performer;
  readonly stories: Stories;
  /** Actions set for each child, by all cycles. */
  readonly actionsOfChild: Map<ChildId, ActionId[]>;
  /** The day on which the last cycle that drew a child closes. */
  readonly auditedUntil: Map<ChildId, IsoDate>;
  /** Every case of every cycle. */
  readonly cases: Map<AuditId, CaseStory>;
  readonly drawSeed: 'server' | 'from-seed';
}

interface Draw {
  readonly at: Instant;
  readonly command: CycleCommand;
  readonly label: string;
}

export interface Milestone {
  readonly at: Instant;
  readonly happen: () => Promise<unknown>;
}

/** One cycle, as the qa-lead takes it from the plan to its closing. */
export class CycleInProgress {
  readonly id: string;
  private readonly cases: CasesOfCycle;
  private readonly replaced = new Set<string>();
  /** What the draws of re-audits came to so far. */
  private readonly drawnAgain = {
    listed: new Set<AuditId>(),
    reAudits: new Map<AuditId, (readonly Step[])[]>(),
  };

  constructor(
    readonly plan: CyclePlan,
    private readonly shared: SharedByCycles,
  ) {
    this.id = shared.world.maker.id('cycle', plan.key);
    this.cases = new CasesOfCycle(this.id, plan, shared);
  }

  milestones(): readonly Milestone[] {
    const { plan, shared } = this;
    const { plannedOn, importedOn, opensOn, closesOn } = plan;
    const { authority } = shared.performer;
    const { qaLead } = shared.world.directory;
    const seed = shared.drawSeed === 'server' ? null : sha256Hex(shared.world.maker.id('draw', plan.key));
    const milestone = (at: Instant, happen: (at: Instant) => Promise<unknown>): Milestone => ({
      at,
      happen: () => happen(at),
    });
    return [
      milestone(momentOf(plannedOn, 95), (at) => this.decide(at, planning(plan, authority))),
      milestone(momentOf(importedOn, 130), (at) => this.importPopulation(at)),
      ...this.draws(seed).map(({ at, command, label }) =>
        milestone(at, () => this.decide(at, command, qaLead, label)),
      ),
      milestone(momentOf(opensOn, 30), (at) => this.open(at)),
      ...afterOpening(shared.world, plan).map(({ at, by, command, label }) =>
        milestone(at, () => this.decide(at, command, by, label)),
      ),
      milestone(momentOf(closesOn, 420), (at) => this.decide(at, closing(this.cases.told))),
      ...reAuditDraws(plan).map((at) => milestone(at, () => this.drawReAudits(at, seed))),
    ];
  }

  /** Now and then the first sample is one case short, and drawn again. */
  private draws(seed: string | null): readonly Draw[] {
    const { plan, shared } = this;
    const at = momentOf(plan.drawnOn, 110);
    const { chance, shares } = shared.world;
    if (plan.size === 1 || !chance.happens(shares.cycles.drawnAgain, `drawn-again/${plan.key}`))
      return [{ at, command: drawing(plan, seed), label: '' }];
    const first = seed === null ? null : sha256Hex(`${seed}/first`);
    return [
      { at, command: drawing({ ...plan, size: plan.size - 1 }, first), label: '' },
      { at: momentOf(plan.drawnOn, 170), command: drawingAgain(plan, seed), label: 'again' },
    ];
  }

  /** Tells the stories of the cases that came in for those withdrawn until then; answers whether there were any. */
  async takeInReplacements(to: Instant): Promise<boolean> {
    const { ports, performer, stories } = this.shared;
    const due = this.cases.told.filter(
      ({ audit, replacedFrom, withdrawnAt }) =>
        replacedFrom !== null && !this.replaced.has(audit) && withdrawnAt! <= to,
    );
    if (due.length === 0) return false;
    await ports.settle(performer.authority, performer.lastPosition);
    const cycle = await this.settled();
    const frame = await this.frameOf(cycle);
    for (const { audit } of due) this.replaced.add(audit);
    const came = due.flatMap(({ audit, replacedFrom }) => {
      const drawn = cycle.replacements.find(({ replaces }) => replaces === audit);
      const from = workingDay(replacedFrom!, 1);
      return drawn === undefined ? [] : [{ index: drawn.drawIndex, number: null, from }];
    });
    for (const { steps } of this.cases.tell(frame, came)) stories.add(steps);
    return true;
  }

  /** What was imported before is not imported again: writing and reading a workbook takes longer than anything else here. */
  private async importPopulation(at: Instant): Promise<void> {
    const { ports, performer, world } = this.shared;
    const { authority } = performer;
    const { state } = await ports.cycle(authority, this.id);
    if (state.status !== 'not-planned' && state.population !== null) return;
    const { bytes, workers } = await writePopulation(world.directory, this.plan.population);
    const { of, asAt } = this.plan.population;
    const since = this.plan.reviewed.from;
    const answer = await new PopulationImport(ports.gateway, ports.blobs, ports.characteristics).import(
      this.id,
      { bytes, fileName: `annex-a-${asAt}.xlsx`, of, asAt, since, workers },
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
    const { world, performer, stories, auditedUntil } = this.shared;
    const unknown = children.filter((child) => !auditedUntil.has(child));
    for (const step of discoverTies(world, unknown, this.plan)) await performer.perform(step);
    const told = this.cases.tell(
      frame,
      drawn.map((index, number) => ({ index, number, from: this.plan.opensOn })),
    );
    for (const { inLine, steps } of told) if (!inLine) stories.add(steps);
    // Which case comes in for which depends on the order of the withdrawals, and two ties of one person on which comes to light first.
    stories.add(inOrderOfTime(told.flatMap(({ inLine, steps }) => (inLine ? steps : []))));
  }

  /** Weeks after the audits, as their actions are reported done; what the draw comes to is told from there on. */
  private async drawReAudits(at: Instant, seed: string | null): Promise<void> {
    const { listed, reAudits } = this.drawnAgain;
    const due = dueAgain(this.id, this.cases.told, this.drawnAgain, at);
    if (due.length === 0) return;
    for (const audit of due) listed.add(audit);
    const on = at.slice(0, 10);
    const sown = seed === null ? {} : { seed: sha256Hex(`${seed}/${on}`) };
    await this.decide(at, { type: 'DrawReAudits', ...sown }, this.shared.world.directory.qaLead, on);
    const { reAuditDraws } = await this.settled();
    const draw = reAuditDraws.find(({ drawnOn }) => drawnOn === on);
    for (const choice of draw?.chosen ?? []) {
      const story = this.shared.cases.get(choice.audit)!;
      const steps = reAuditSteps(this.shared.world, story, choice, { on, at });
      reAudits.set(choice.audit, [...(reAudits.get(choice.audit) ?? []), steps]);
      this.shared.stories.add(steps);
    }
  }

  private decide(
    at: Instant,
    command: CycleCommand,
    by: MadeUpPerson = this.shared.world.directory.qaLead,
    label = '',
  ): Promise<bigint | null> {
    const { world, performer } = this.shared;
    const order = { kind: 'cycle', id: this.id, command } as const;
    const named = label === '' ? command.type : `${command.type}/${label}`;
    return performer.perform(world.maker.step(at, acting(by), order, named));
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
