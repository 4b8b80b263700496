import {
  isHere,
  measure,
  type ActionId,
  type ChildId,
  type Instant,
  type IsoDate,
  type Measure,
  type MeasureCommand,
  type MeasureDefinition,
  type MeasureState,
} from '#audit-cycle';
import { measureId } from '#authority-setup';
import type { Chance } from '../chance.js';
import type { MadeUpPerson } from '../people/made-up-person.js';
import type { Performer } from '../running/performer.js';
import { acting } from '../running/step-maker.js';
import type { Stories } from '../running/stories.js';
import { MADE_UP } from '../story/made-up-texts.js';
import type { World } from '../story/world.js';
import { actionOfSurgery } from './action-of-surgery.js';
import { figuresOfMonth, type FigureOfMonth } from './figure-of-month.js';
import type { MadeUpMeasure } from './made-up-measures.js';

const SOURCE = { file: null, row: null };
const FEWEST_CASES = 4;
const MOST_CASES = 12;
/** The table prints the figure of the year before until the measure has its own. */
const MONTHS_OF_A_YEAR = 12;

/** One measure, as people keep it. What they find is decided here as the product decides it, so they know when a review is asked for. */
export class MeasureInTheMaking {
  private readonly id: string;
  private readonly chance: Chance;
  private state: MeasureState = measure.initialState;
  private lastAction: ActionId | null = null;

  constructor(
    private readonly about: MadeUpMeasure,
    private readonly months: readonly IsoDate[],
    private readonly world: World,
    private readonly performer: Performer,
    private readonly stories: Stories,
  ) {
    this.id = measureId(performer.authority, about);
    this.chance = world.chance.of('measure', about.ref);
  }

  /** It is written down, with its targets where it has some. */
  async define(at: Instant): Promise<void> {
    const { ref, code } = this.about;
    await this.analystDoes(at, { type: 'DefineMeasure', ref, code, definition: this.definition(null) });
    await this.setTargets(at, this.months[0]!);
  }

  /** Its figures of a month; what was recorded too late for the month before; in spring, perhaps a rule that is put more exactly. */
  async report(month: IsoDate, at: Instant): Promise<void> {
    for (const figure of this.figuresOf(month)) await this.reportOne(at, month, figure);
    await this.correct(this.monthBefore(month), at);
    const { redefined } = this.world.shares.measures;
    if (month.slice(5, 7) !== '03' || !this.chance.happens(redefined, `redefined/${month}`)) return;
    await this.redefine(at, month);
  }

  /** Now and then somebody wants to see the cases behind a figure that is not red. */
  async askForReview(month: IsoDate, at: Instant): Promise<void> {
    if (this.defined().reviewRequested !== null) return;
    if (!this.chance.happens(this.world.shares.measures.askedFor, `asked-for/${month}`)) return;
    const { period } = this.figuresOf(month)[0]!;
    await this.done(
      at,
      this.world.directory.qaLead,
      { type: 'RequestReview', period, why: 'falling' },
      month,
    );
  }

  /** Some of the reviews that are asked for are held: with children of whom the authority audits the cases. */
  async holdSurgery(month: IsoDate, at: Instant, children: readonly ChildId[]): Promise<void> {
    if (this.defined().reviewRequested === null || children.length === 0) return;
    if (!this.chance.happens(this.world.shares.measures.reviewed, `reviewed/${month}`)) return;
    const { directory } = this.world;
    const on = at.slice(0, 10);
    const leaders = directory.holding('service-leader').filter((one) => isHere(one, on));
    const leader = this.chance.pick(leaders, `leader/${month}`);
    const cases = this.chance.between(FEWEST_CASES, MOST_CASES, `cases/${month}`);
    await this.done(
      at,
      leader,
      {
        type: 'HoldSurgery',
        period: this.figuresOf(month)[0]!.period,
        on,
        with: [directory.qaLead.id, this.analyst().id],
        cases: this.chance.shuffled(children, `children/${month}`).slice(0, cases),
        notes: `${MADE_UP} In half of the cases it was done and not recorded.`,
      },
      month,
    );
    this.actOn(this.defined().surgeries.at(-1)!.surgery, leader, at);
  }

  /** Many a surgery sets an action; what becomes of it is told as time goes on. */
  private actOn(surgery: number, heldBy: MadeUpPerson, at: Instant): void {
    if (!this.chance.happens(this.world.shares.measures.actedOn, `acted-on/${surgery}`)) return;
    const held = { measure: this.id, surgery, heldBy, at, before: this.lastAction };
    const { id, steps } = actionOfSurgery(held, this.world);
    this.lastAction = id;
    this.stories.add(steps);
  }

  private async reportOne(
    at: Instant,
    month: IsoDate,
    figure: FigureOfMonth,
    reasonCode?: string,
  ): Promise<void> {
    const { benchmarks, yearBefore } = this.about;
    const isFirstYear = this.months.indexOf(month) < MONTHS_OF_A_YEAR;
    const besides =
      figure.series === 'current'
        ? { benchmarks, previousYear: isFirstYear ? yearBefore : null }
        : { benchmarks: [], previousYear: null };
    const command = { type: 'ReportMeasure', ...figure, ...besides, source: SOURCE } as const;
    const label = `${figure.series}/${month}`;
    await (reasonCode === undefined
      ? this.analystDoes(at, command, label)
      : this.analystDoes(at, { ...command, definition: 1, reasonCode }, `${label}/corrected`));
  }

  private async correct(month: IsoDate | undefined, at: Instant): Promise<void> {
    const { corrected } = this.world.shares.measures;
    if (month === undefined || this.defined().definitions.length > 1) return;
    if (this.about.basis !== 'snapshot' || !this.chance.happens(corrected, `corrected/${month}`)) return;
    const [figure] = this.figuresOf(month) as [FigureOfMonth];
    const { numerator, denominator } = figure;
    if (numerator === null || denominator === null || numerator === denominator) return;
    const late = Math.min(denominator - numerator, this.chance.between(1, 6, `late/${month}`));
    await this.reportOne(at, month, { ...figure, numerator: numerator + late }, 'recorded-late');
  }

  private async redefine(at: Instant, month: IsoDate): Promise<void> {
    await this.analystDoes(
      at,
      {
        type: 'RedefineMeasure',
        definition: this.definition('open-four-weeks'),
        eligibility: `${MADE_UP} Those who have been with us for four weeks or longer.`,
        reasonCode: 'eligibility-agreed',
      },
      month,
    );
    await this.setTargets(at, this.months[this.months.indexOf(month) + 1] ?? month);
  }

  private async setTargets(at: Instant, from: IsoDate): Promise<void> {
    const { targets } = this.about;
    if (targets !== null) await this.analystDoes(at, { type: 'SetTargets', from, ...targets }, from);
  }

  private definition(eligibility: string | null): MeasureDefinition {
    const { title, section, unit, basis, polarity } = this.about;
    return { title, section, unit, decimals: unit === 'number' ? 0 : 1, basis, polarity, eligibility };
  }

  private figuresOf(month: IsoDate): readonly FigureOfMonth[] {
    return figuresOfMonth(this.about, month, this.months[0]!, this.chance);
  }

  private monthBefore(month: IsoDate): IsoDate | undefined {
    return this.months[this.months.indexOf(month) - 1];
  }

  private defined(): Measure {
    if (this.state.status === 'not-defined') throw new Error(`The measure ${this.about.ref} is not defined`);
    return this.state;
  }

  private analyst(): MadeUpPerson {
    return this.world.directory.holding('analyst')[0]!;
  }

  private analystDoes(at: Instant, command: MeasureCommand, label = ''): Promise<void> {
    return this.done(at, this.analyst(), command, label);
  }

  private async done(at: Instant, by: MadeUpPerson, command: MeasureCommand, label: string): Promise<void> {
    const order = { kind: 'measure', id: this.id, command } as const;
    const step = this.world.maker.step(at, acting(by), order, `${command.type}/${label}`);
    await this.performer.perform(step);
    const decision = measure.decide(command, this.state, { actor: step.actor, now: at });
    if (!decision.ok)
      throw new Error(`${command.type} was accepted and is refused here: ${decision.refusal.code}`);
    this.state = decision.events.reduce(measure.evolve, this.state);
  }
}
