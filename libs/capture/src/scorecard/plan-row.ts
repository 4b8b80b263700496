import {
  measure as measures,
  type Acting,
  type Measure,
  type MeasureCommand,
  type MeasureState,
  type Refusal,
  type ReportMeasure,
} from '#audit-cycle';
import type { ScorecardRow } from '#scorecard-file';
import { contradictions, defining, reporting, settingTargets, type Source } from './row-commands.js';

/** Why figures that are on record may be replaced. */
export interface Correction {
  readonly reasonCode: string;
  readonly reason?: string;
}

/** What a row comes to on the record as it is now: everything of it, or nothing and why not. */
export interface RowPlan {
  readonly commands: readonly MeasureCommand[];
  /** Figures that are on record as the row has them. */
  readonly alreadyReported: number;
  readonly refusals: readonly Refusal[];
}

/** Decides a row as the record would, without recording anything. */
export function planRow(
  row: ScorecardRow,
  state: MeasureState,
  acting: Acting,
  source: Source,
  correction: Correction | null,
): RowPlan {
  const plan = new Planning(state, acting);
  if (state.status === 'not-defined') plan.add(defining(row));
  else {
    const against = contradictions(row, state);
    if (against.length > 0) return { commands: [], alreadyReported: 0, refusals: [otherwise(against)] };
  }
  const targets = plan.defined === null ? null : settingTargets(row, plan.defined, source);
  if (targets !== null) plan.add(targets);
  if (plan.defined !== null) for (const figure of reporting(row, source)) plan.report(figure, correction);
  return plan.refusals.length > 0 ? { ...plan.result, commands: [] } : plan.result;
}

class Planning {
  private readonly commands: MeasureCommand[] = [];
  readonly refusals: Refusal[] = [];
  private already = 0;

  constructor(
    private state: MeasureState,
    private readonly acting: Acting,
  ) {}

  get defined(): Measure | null {
    return this.state.status === 'defined' ? this.state : null;
  }

  get result(): RowPlan {
    return { commands: this.commands, alreadyReported: this.already, refusals: this.refusals };
  }

  add(command: MeasureCommand): void {
    const refusal = this.take(command);
    if (refusal !== null) this.refusals.push(refusal);
  }

  report(command: ReportMeasure, correction: Correction | null): void {
    const refusal = this.take(command);
    if (refusal?.code === 'already-reported' && refusal.details?.['same'] === true) this.already += 1;
    else if (refusal?.code === 'already-reported' && correction !== null) {
      this.add({ ...command, ...correction });
    } else if (refusal !== null) this.refusals.push(refusal);
  }

  private take(command: MeasureCommand): Refusal | null {
    const decision = measures.decide(command, this.state, this.acting);
    if (!decision.ok) return decision.refusal;
    this.state = decision.events.reduce(measures.evolve, this.state);
    this.commands.push(command);
    return null;
  }
}

const otherwise = (against: readonly string[]): Refusal => ({
  code: 'defined-otherwise',
  message:
    'The measure of this number, or of this title without one, is defined otherwise. Correct the table, or define the measure anew first.',
  details: { against },
});
