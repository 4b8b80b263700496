import { accept, refuse, type Decision } from '../decider.js';
import type { Acting } from '../vocabulary/acting.js';
import { narrative } from '../vocabulary/narrative.js';
import { needsCode } from '../vocabulary/needs-code.js';
import { tidyLine } from '../vocabulary/tidy-line.js';
import { breachOf, latestOf, withReview } from './breach.js';
import type { ReportMeasure } from './commands.js';
import type { MeasureDefinition } from './definition.js';
import type { MeasureEvent, MeasureReported } from './events.js';
import { figureFault } from './figure-fault.js';
import { evolveDefined, placeOf, type Figure, type Measure } from './state.js';
import { flagsOf } from './value.js';
import { wrongPeriod } from './wrong-period.js';

/**
 * What a figure comes to is decided here: when it is red that is recorded beside it, and when it is the latest of its series a review
 * is asked for as well.
 * Refusals: unknown-version, series-not-of-basis, code-malformed, already-reported, nothing-to-correct, and those of
 * `wrongPeriod` and `figureFault`.
 */
export const reportMeasure = (
  command: ReportMeasure,
  state: Measure,
  acting: Acting,
): Decision<MeasureEvent> => {
  const version = command.definition ?? state.definitions.length;
  const definition = state.definitions[version - 1];
  if (definition === undefined) {
    return refuse('unknown-version', 'There is no such version of its definition.', { definition: version });
  }
  const fault =
    wrongSeries(command, definition) ??
    wrongPeriod(command.period, acting) ??
    figureFault(command, definition.unit) ??
    needsCode(command.reasonCode);
  if (fault !== null) return fault;
  const figure = figureOf(command, version, definition, state, acting);
  const earlier = state.figures.get(placeOf(figure));
  const cannotReplace = earlier === undefined ? null : wrongCorrection(command, figure, earlier);
  if (cannotReplace !== null) return cannotReplace;
  const reported: MeasureReported = {
    type: 'MeasureReported',
    facts: figure,
    narrative: narrative({ reason: command.reason }),
  };
  const after = evolveDefined(state, reported);
  const breaches = breachOf(figure, after);
  const isLatest = latestOf(after, version, figure.series) === figure;
  return accept<MeasureEvent>(
    reported,
    ...(isLatest ? withReview(breaches, state, acting.actor.person) : breaches),
  );
};

const wrongSeries = ({ series }: ReportMeasure, { basis }: MeasureDefinition): Decision<never> | null =>
  series === 'month' && basis === 'snapshot'
    ? refuse(
        'series-not-of-basis',
        'A snapshot has no value of a month besides it: report it as current, of its day.',
      )
    : null;

const figureOf = (
  command: ReportMeasure,
  version: number,
  { unit }: MeasureDefinition,
  { figures }: Measure,
  { actor }: Acting,
): Figure => {
  const { series, numerator, denominator, source, reasonCode } = command;
  const { from, to } = command.period;
  const place = { definition: version, series, period: { from, to } };
  const figure = { numerator, denominator, printed: tidied(command.printed) };
  return {
    ...place,
    ...figure,
    valueFrom: numerator === null ? 'printed' : 'numerator-and-denominator',
    flags: flagsOf(figure, unit),
    benchmarks: command.benchmarks.map(({ of, value }) => ({ of, value: tidyLine(value) })),
    previousYear: tidied(command.previousYear),
    source: { file: source.file, row: source.row },
    by: actor.person,
    correction: figures.has(placeOf(place)) ? (reasonCode ?? null) : null,
  };
};

const tidied = (text: string | null): string | null => (text === null ? null : tidyLine(text));

const wrongCorrection = (
  { reasonCode }: ReportMeasure,
  figure: Figure,
  earlier: Figure,
): Decision<never> | null => {
  const { series, period } = earlier;
  const same = saysTheSame(figure, earlier);
  if (reasonCode === undefined) {
    return refuse(
      'already-reported',
      same
        ? 'This figure is on record already.'
        : 'A figure of this series and day is on record already. Give the reason to correct it.',
      { series, period, same },
    );
  }
  return same ? refuse('nothing-to-correct', 'That is what is on record already.', { series, period }) : null;
};

/** Whether two reports of one place say the same, wherever they were read and whoever handed them in. */
const saysTheSame = (one: Figure, other: Figure): boolean =>
  one.period.from === other.period.from &&
  one.numerator === other.numerator &&
  one.denominator === other.denominator &&
  one.printed === other.printed &&
  one.previousYear === other.previousYear &&
  one.benchmarks.length === other.benchmarks.length &&
  one.benchmarks.every(({ of, value }) =>
    other.benchmarks.some((benchmark) => benchmark.of === of && benchmark.value === value),
  );
