import type { Period } from '../vocabulary/dates.js';
import type { MeasureDefinition } from './definition.js';
import type { MeasureDefined, MeasureEvent, MeasureReported, SurgeryHeld } from './events.js';
import type { Targets } from './targets.js';

export type MeasureState = { readonly status: 'not-defined' } | Measure;

export interface Measure {
  readonly status: 'defined';
  readonly ref: string | null;
  readonly code: string;
  /** Version 1 first; never empty. */
  readonly definitions: readonly MeasureDefinition[];
  /** Version 1 first. */
  readonly targets: readonly Targets[];
  /** What holds now of each place, by `placeOf`. */
  readonly figures: ReadonlyMap<string, Figure>;
  /** The review that is asked for and was not held yet. */
  readonly reviewRequested: { readonly period: Period; readonly why: string } | null;
  /** The first one first. */
  readonly surgeries: readonly SurgeryHeld['facts'][];
}

/** A figure as it was reported, or corrected last. */
export type Figure = MeasureReported['facts'];

/** The place of a figure on the record: one figure for each definition, series and last day. */
export const placeOf = ({
  definition,
  series,
  period,
}: Pick<Figure, 'definition' | 'series' | 'period'>): string => `${definition} ${series} ${period.to}`;

export const measureNotDefined: MeasureState = { status: 'not-defined' };

export const evolveMeasure = (state: MeasureState, event: MeasureEvent): MeasureState => {
  if (event.type === 'MeasureDefined') {
    const { ref, code, definition } = event.facts;
    return {
      status: 'defined',
      ...{ ref, code },
      definitions: [definition],
      targets: [],
      figures: new Map(),
      reviewRequested: null,
      surgeries: [],
    };
  }
  if (state.status === 'not-defined') throw new Error(`${event.type} before any measure was defined`);
  return evolveDefined(state, event);
};

/** As `evolveMeasure`, of a measure that is defined. */
export const evolveDefined = (state: Measure, event: Exclude<MeasureEvent, MeasureDefined>): Measure => {
  switch (event.type) {
    case 'MeasureRedefined':
      return { ...state, definitions: [...state.definitions, event.facts.definition] };
    case 'TargetsSet':
      return { ...state, targets: [...state.targets, event.facts] };
    case 'MeasureReported':
      return { ...state, figures: new Map(state.figures).set(placeOf(event.facts), event.facts) };
    case 'ThresholdBreached':
      return state;
    case 'ReviewRequested': {
      const { period, why } = event.facts;
      return { ...state, reviewRequested: { period, why } };
    }
    case 'SurgeryHeld': {
      const surgeries = [...state.surgeries, event.facts];
      return event.facts.reviewRequested === null
        ? { ...state, surgeries }
        : { ...state, surgeries, reviewRequested: null };
    }
  }
};
