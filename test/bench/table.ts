import { CONTESTANTS, type MeasuredCase } from './measured-case.js';
import { resultRow, spreadOf } from './results.js';

const HEADINGS = ['', '', 'median', 'min', 'max', 'p50 ms', 'p99 ms', 'ours is'] as const;
const WIDTHS = [12, 10, 11, 11, 11, 9, 9, 9] as const;

/** What was measured, for a person: a line for each case and contestant. */
export function resultTable(measured: readonly MeasuredCase[]): string {
  return [line(HEADINGS), ...measured.flatMap(linesOf), ...measured.flatMap(rebuildLines)].join('\n');
}

function linesOf(measured: MeasuredCase): readonly string[] {
  const { name, unit, samples } = measured;
  const row = resultRow(measured);
  const ratios = {
    ours: null,
    naive: row.ratioToNaive,
    emmett: row.ratioToEmmett,
    pgbench: row.ratioToPgbench,
  };
  const present = CONTESTANTS.filter((contestant) => (samples[contestant] ?? []).length > 0);
  return present.map((contestant, n) => {
    const { median, minimum, maximum, p50, p99 } = spreadOf(samples[contestant]!);
    const ratio = ratios[contestant];
    return line([
      n === 0 ? name : n === 1 ? unit : '',
      contestant,
      ...[median, minimum, maximum].map(count),
      ...[p50, p99].map(milliseconds),
      ratio === null ? '' : times(ratio),
    ]);
  });
}

const count = (value: number): string => Math.round(value).toLocaleString('en-GB');
const times = (ratio: number): string => `${ratio.toFixed(2)} x`;
const milliseconds = (value: number | null): string => (value === null ? '' : value.toFixed(2));

const line = (cells: readonly string[]): string =>
  cells.map((cell, n) => (n < 2 ? cell.padEnd(WIDTHS[n]!) : cell.padStart(WIDTHS[n]!))).join(' ');

/** Events per second in each tenth of the log, for the eye to see whether they fall. */
const rebuildLines = ({ name, rebuild }: MeasuredCase): readonly string[] =>
  rebuild === undefined
    ? []
    : [
        `${name} by tenth: ${rebuild.ratesByTenth.map(count).join(', ')} events/s`,
        `${name} peak memory: ${Math.round(rebuild.peakRssMegabytes)} MB`,
      ];
