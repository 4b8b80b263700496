import { describe, expect, it } from '@jest/globals';
import { goalLines } from './goals.js';
import type { MeasuredCase, Sample } from './measured-case.js';
import { lastToFirst, ratesByTenth } from './rebuild-figures.js';
import { resultRow, spreadOf } from './results.js';
import { resultTable } from './table.js';

const rates = (...values: number[]): Sample[] => values.map((rate) => ({ rate, latencies: null }));

const APPEND: MeasuredCase = {
  name: 'append-32',
  unit: 'events/s',
  samples: { ours: rates(40, 10, 60), naive: rates(20, 10, 20), pgbench: rates(80, 10, 30) },
};

describe('a row of results', () => {
  it('has medians, medians of paired ratios, and null for who was not there', () => {
    expect(resultRow(APPEND)).toEqual({
      name: 'append-32',
      unit: 'events/s',
      ours: 40,
      naive: 20,
      emmett: null,
      pgbench: 30,
      ratioToNaive: 2,
      ratioToEmmett: null,
      ratioToPgbench: 1,
    });
  });

  it('has figures without ratios where ours was left out', () => {
    const { ours: _ours, ...samples } = APPEND.samples;
    expect(resultRow({ ...APPEND, samples })).toMatchObject({ ours: null, naive: 20, ratioToNaive: null });
  });

  it('is spread over all rounds, latencies together', () => {
    const samples = [
      { rate: 2, latencies: [1, 3] },
      { rate: 4, latencies: [2, 10] },
    ];
    expect(spreadOf(samples)).toEqual({ median: 3, minimum: 2, maximum: 4, p50: 2, p99: 10 });
    expect(spreadOf(rates(1))).toMatchObject({ p50: null, p99: null });
  });
});

describe('goals', () => {
  it('are said to be met or missed, each by itself, where they could be measured', () => {
    expect(goalLines([APPEND])).toEqual([
      'met    append-32: at least 1.9 x naive: 2.00 x',
      'met    append-32: at least 1.0 x pgbench: 1.00 x',
    ]);
    const slower = { ...APPEND, samples: { ...APPEND.samples, ours: rates(20, 5, 30) } };
    expect(goalLines([slower])[0]).toBe('MISSED append-32: at least 1.9 x naive: 1.00 x');
  });

  it('of a rebuild are its last tenth and its memory', () => {
    const rebuild = { ratesByTenth: [100, 90, 80, 80, 80, 80, 80, 80, 80, 79], peakRssMegabytes: 200 };
    const measured = { name: 'rebuild-1m', unit: 'events/s', samples: { ours: rates(80) }, rebuild };
    expect(goalLines([measured])).toEqual([
      'MISSED rebuild-1m: the last tenth at least 0.8 x the first: 0.79 x',
      'met    rebuild-1m: at most 200 MB: 200 MB',
    ]);
    expect(resultRow(measured).rebuild).toBe(rebuild);
  });
});

describe('questions about figures', () => {
  it('are judged by how long all but one in twenty took, now and of the past', () => {
    const live = Array.from({ length: 100 }, (_, n) => n / 2);
    const past = Array.from({ length: 100 }, (_, n) => n * 4);
    const measured = {
      name: 'figures',
      unit: 'answers/s',
      samples: { ours: rates(20) },
      figures: { live, past },
    };
    expect(resultRow(measured).figures).toEqual({ liveP95: 47, pastP95: 376 });
    expect(goalLines([measured])).toEqual([
      'met    figures: now in under 50 ms at p95: 47.0 ms',
      'MISSED figures: of the past in under 300 ms at p95: 376.0 ms',
    ]);
  });
});

describe('the rates of a rebuild', () => {
  const marks = (perEvent: number, start: number): { position: number; seconds: number }[] =>
    Array.from({ length: 11 }, (_, n) => ({ position: n * 100, seconds: start + n * 100 * perEvent }));

  it('are of the time that all views took together', () => {
    const both = ratesByTenth([marks(0.001, 5), marks(0.003, 7)], 1000);
    for (const rate of both) expect(rate).toBeCloseTo(250);
  });

  it('are read between marks that do not stand at the tenths', () => {
    const uneven = [0, 30, 70, 400, 1000].map((position) => ({ position, seconds: position * 0.001 }));
    for (const rate of ratesByTenth([uneven], 1000)) expect(rate).toBeCloseTo(1000);
  });

  it('fall when the end takes longer than the beginning', () => {
    const slowing = marks(0.001, 0).map(({ position, seconds }) => ({
      position,
      seconds: position > 900 ? seconds + 0.1 : seconds,
    }));
    expect(lastToFirst({ ratesByTenth: ratesByTenth([slowing], 1000), peakRssMegabytes: 1 })).toBeCloseTo(
      0.5,
    );
  });
});

describe('the table', () => {
  it('has a line for every contestant that was there', () => {
    const lines = resultTable([APPEND]).split('\n');
    expect(lines).toHaveLength(4);
    expect(lines[2]).toMatch(/naive .* 2\.00 x$/);
  });
});
