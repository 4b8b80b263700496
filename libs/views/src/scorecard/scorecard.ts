import {
  RAGS,
  type IsoDate,
  type Measure,
  type MeasureDefinition,
  type MeasureId,
  type Rag,
} from '#audit-cycle';
import type { MeasureRow } from './measure-entries.js';
import { measureLine, type MeasureLine } from './measure-line.js';

/** A measure as the scorecard has it: by its newest definition. */
export interface ScoredMeasure extends MeasureDefinition {
  readonly id: MeasureId;
  readonly ref: string | null;
  readonly code: string;
  /** Version of the definition. */
  readonly definition: number;
  /** Of the latest figure on the measure's own basis. */
  readonly rag: Rag | null;
  /** Why there is none. */
  readonly ragReason: 'no-targets' | 'no-figure' | null;
  /** On the measure's own basis; null where no figure was reported. */
  readonly current: MeasureLine | null;
  /** The own values of months; never one line with the other. */
  readonly month: MeasureLine | null;
  readonly reviewRequested: Measure['reviewRequested'];
}

/** How many measures stand how. Each is counted once: the colours add up to `targeted`, and that with the other two to `n`. */
export interface ScorecardCounts {
  readonly n: number;
  /** Measures whose latest figure is held against targets. */
  readonly targeted: number;
  readonly green: number;
  readonly amber: number;
  readonly red: number;
  readonly withoutTargets: number;
  /** Measures of which no figure was reported. */
  readonly withoutFigure: number;
}

export interface Scorecard {
  readonly counts: ScorecardCounts;
  /** In the order in which the measures were defined. */
  readonly measures: readonly ScoredMeasure[];
}

/** The scorecard of these measures, with figures up to a day where one is given. */
export function scorecardOf(rows: readonly MeasureRow[], on?: IsoDate): Scorecard {
  const measures = rows.map((row) => scoredMeasure(row, on));
  return { counts: countsOf(measures), measures };
}

function scoredMeasure(row: MeasureRow, on: IsoDate | undefined): ScoredMeasure {
  const { id, ref, code, definitions, reviewRequested } = row;
  const version = definitions.length;
  const current = measureLine(row, version, 'current', on);
  return {
    ...{ id, ref, code, definition: version },
    ...(definitions[version - 1] as MeasureDefinition),
    rag: current?.latest.rag ?? null,
    ragReason: current === null ? 'no-figure' : current.latest.ragReason,
    ...{ current, month: measureLine(row, version, 'month', on), reviewRequested },
  };
}

function countsOf(measures: readonly ScoredMeasure[]): ScorecardCounts {
  const count = (fits: (one: ScoredMeasure) => boolean): number => measures.filter(fits).length;
  const [green, amber, red] = RAGS.map((rag) => count((one) => one.rag === rag)) as [number, number, number];
  return {
    ...{ n: measures.length, targeted: green + amber + red, green, amber, red },
    withoutTargets: count(({ ragReason }) => ragReason === 'no-targets'),
    withoutFigure: count(({ ragReason }) => ragReason === 'no-figure'),
  };
}
