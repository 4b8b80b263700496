import {
  evolveMeasure,
  measureNotDefined,
  type Measure,
  type MeasureEvent,
  type MeasureId,
} from '#audit-cycle';
import { told, type ToldEvent } from '../told-event.js';
import type { TableFold, View } from '../view.js';

/**
 * What happened with measures. There are few of them and every figure of theirs is asked for together, so how they stand is folded
 * when it is asked for, as it was known at the moment that is asked for.
 */
export const measureEntries: TableFold<ToldEvent> = {
  table: 'measure_entry',
  keeps: 'entries',
  kinds: ['measure'],
  fold: (_before, event) => told(event),
};

export const scorecardView: View = { name: 'scorecard', version: 1, tables: [measureEntries] };

/** A measure as the record has it. */
export type MeasureRow = Measure & { readonly id: MeasureId };

/** How each measure stands after these entries, in the order in which they were defined. */
export function measuresOf(entries: readonly ToldEvent[]): readonly MeasureRow[] {
  const states = new Map<MeasureId, ReturnType<typeof evolveMeasure>>();
  for (const { streamId, type, facts } of entries) {
    // The table is folded from streams of measures alone, and nothing about them reads the words.
    const event = { type, facts, narrative: null } as MeasureEvent;
    states.set(streamId, evolveMeasure(states.get(streamId) ?? measureNotDefined, event));
  }
  return [...states].flatMap(([id, state]) => (state.status === 'not-defined' ? [] : [{ id, ...state }]));
}
