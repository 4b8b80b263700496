import { refuse, type Decision } from '../decider.js';
import { tidyLine } from '../vocabulary/tidy-line.js';
import type { ReportMeasure } from './commands.js';
import type { MeasureUnit } from './definition.js';
import { needsFigures } from './needs-figures.js';

/** Half of what a float holds exactly, and far more than there are children. */
const MOST = 1_000_000_000_000;

type Reported = Pick<
  ReportMeasure,
  'numerator' | 'denominator' | 'printed' | 'benchmarks' | 'previousYear' | 'source'
>;

/**
 * Refuses with figure-missing, fraction-incomplete, not-a-whole-number, denominator-zero, numerator-above-denominator, not-a-figure,
 * above-hundred, benchmark-twice, source-invalid what is no figure of the unit.
 */
export const figureFault = (figure: Reported, unit: MeasureUnit): Decision<never> | null => {
  const { numerator, denominator, printed, benchmarks, previousYear, source } = figure;
  if (numerator === null && denominator === null && printed === null) {
    return refuse('figure-missing', 'Give numerator and denominator, or the figure as it is printed.');
  }
  const texts = [printed, previousYear, ...benchmarks.map(({ value }) => value)];
  return (
    wrongFraction(figure, unit) ??
    needsFigures(unit, ...texts.map((text) => (text === null ? null : tidyLine(text)))) ??
    (new Set(benchmarks.map(({ of }) => of)).size < benchmarks.length
      ? refuse('benchmark-twice', 'Give one figure of each that it is held beside.')
      : null) ??
    wrongSource(source)
  );
};

const DIGEST = /^[0-9a-f]{64}$/;

const wrongSource = ({ file, row }: Reported['source']): Decision<never> | null =>
  (file !== null && !DIGEST.test(file)) || (row !== null && !isCount(row))
    ? refuse(
        'source-invalid',
        'Name the file by its SHA-256 in lower-case hexadecimal, and the row from 1.',
        {
          file,
          row,
        },
      )
    : null;

const wrongFraction = ({ numerator, denominator }: Reported, unit: MeasureUnit): Decision<never> | null => {
  const known = [numerator, denominator].filter((one) => one !== null);
  if (known.length === 0) return null;
  if (numerator === null || denominator === null) {
    return refuse('fraction-incomplete', 'Give numerator and denominator both, or leave both out.');
  }
  const odd = known.find((one) => one !== 0 && !isCount(one));
  if (odd !== undefined) {
    return refuse('not-a-whole-number', 'Numerator and denominator are whole numbers, zero or more.', {
      number: odd,
    });
  }
  if (denominator === 0) {
    return refuse(
      'denominator-zero',
      'Nothing can be shared by nobody: report this figure once there are children in it.',
    );
  }
  return unit === 'percent' && numerator > denominator
    ? refuse(
        'numerator-above-denominator',
        'A percentage is of its denominator: the numerator is not larger.',
        {
          numerator,
          denominator,
        },
      )
    : null;
};

const isCount = (number: number): boolean => Number.isInteger(number) && number >= 1 && number <= MOST;
