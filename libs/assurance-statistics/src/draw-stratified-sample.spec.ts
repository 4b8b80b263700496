import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { drawStratifiedSample } from './draw-stratified-sample.js';
import type { FrameEntry, StratifiedSample } from './draw-stratified-sample.js';
import { expectWithin, workedValues } from './testing/worked-values.js';

const sha256Hex = (text: string): string => createHash('sha256').update(text).digest('hex');

function draw(
  frame: readonly FrameEntry[],
  size: number,
  minimumPerStratum = 0,
  seed = 'a seed',
): StratifiedSample {
  const { value } = drawStratifiedSample({ frame, size, minimumPerStratum, seed, sha256Hex });
  if (value === null) throw new Error('expected a sample');
  return value;
}

function idsOf(frame: readonly FrameEntry[], indices: readonly number[]): readonly (string | undefined)[] {
  return indices.map((index) => frame[index]?.id);
}

function people(stratum: string, count: number): FrameEntry[] {
  return Array.from({ length: count }, (_, at) => ({ id: `${stratum}-${at}`, stratum }));
}

describe('a stratified sample', () => {
  const values = workedValues<unknown, { seed: string; ids: string[]; n: number }, { sample: string[] }>(
    'sha256_sort_sample',
  );
  it.each(values)('gives the worked value $id', ({ input, expected, tolerance }) => {
    const frame = input.ids.map((id) => ({ id, stratum: 'all' }));
    const sample = draw(frame, input.n, 0, input.seed);
    expectWithin(tolerance, idsOf(frame, sample.chosen), expected.sample);
  });

  it('says of each stratum how many it holds, how many could be drawn, how many were, and with what chance', () => {
    const frame: FrameEntry[] = [
      ...people('need', 60),
      ...people('care', 30),
      { id: 'x', stratum: 'care', excluded: 'sampled-within-twelve-months' },
      { id: 'y', stratum: 'protection', excluded: 'restricted-record' },
    ];
    const { strata, chosen } = draw(frame, 9);
    expect(strata.map(({ order, ...stratum }) => ({ ...stratum, ordered: order.length }))).toEqual([
      { name: 'care', inFrame: 31, eligible: 30, allocated: 3, selectionProbability: 0.1, ordered: 30 },
      { name: 'need', inFrame: 60, eligible: 60, allocated: 6, selectionProbability: 0.1, ordered: 60 },
      { name: 'protection', inFrame: 1, eligible: 0, allocated: 0, selectionProbability: null, ordered: 0 },
    ]);
    expect(chosen.map((index) => frame[index]?.stratum)).toEqual([
      ...Array<string>(3).fill('care'),
      ...Array<string>(6).fill('need'),
    ]);
  });

  it('never draws an excluded case', () => {
    const frame = people('need', 20).map((entry, at) => (at % 2 ? entry : { ...entry, excluded: 'closed' }));
    expect(draw(frame, 10).chosen.every((index) => index % 2 === 1)).toBe(true);
  });

  it('is another sample with another seed', () => {
    const frame = people('need', 1000);
    expect(draw(frame, 10, 0, 'one').chosen).not.toEqual(draw(frame, 10, 0, 'two').chosen);
  });

  it('orders equal digests by id', () => {
    const frame = ['b', 'a', 'c'].map((id) => ({ id, stratum: 'all' }));
    const sample = drawStratifiedSample({
      frame,
      size: 3,
      minimumPerStratum: 0,
      seed: 's',
      sha256Hex: () => 'the same',
    });
    expect(sample.value?.chosen).toEqual([1, 0, 2]);
  });

  const frames = fc.uniqueArray(
    fc.record({
      id: fc.string({ minLength: 1, maxLength: 8 }),
      stratum: fc.constantFrom('need', 'protection', 'care', 'leaving care'),
      excluded: fc.constantFrom(undefined, undefined, undefined, 'restricted-record'),
    }),
    { selector: (entry) => entry.id, minLength: 1, maxLength: 120 },
  );

  it('does not depend on the order in which the frame lists the same cases', () => {
    const listings = frames.chain((frame) =>
      fc.tuple(
        fc.constant(frame),
        fc.shuffledSubarray(frame, { minLength: frame.length }),
        fc.integer({ min: 1, max: frame.length }),
        fc.string(),
      ),
    );
    fc.assert(
      fc.property(listings, ([frame, listedAgain, size, seed]) => {
        const request = { size, minimumPerStratum: 1, seed, sha256Hex };
        const first = drawStratifiedSample({ frame, ...request });
        const again = drawStratifiedSample({ frame: listedAgain, ...request });
        if (first.value === null || again.value === null) {
          expect(again).toEqual(first);
          return;
        }
        expect(idsOf(listedAgain, again.value.chosen)).toEqual(idsOf(frame, first.value.chosen));
      }),
    );
  });

  it('is the same again with the same frame and seed, has the size asked for and nobody twice', () => {
    fc.assert(
      fc.property(frames, fc.string(), fc.integer({ min: 1, max: 120 }), (frame, seed, wanted) => {
        const eligible = frame.filter((entry) => entry.excluded === undefined).length;
        fc.pre(eligible > 0);
        const size = Math.min(wanted, eligible);
        const sample = draw(frame, size, 0, seed);
        expect(new Set(sample.chosen).size).toBe(size);
        expect(draw(frame, size, 0, seed)).toEqual(sample);
      }),
    );
  });

  it('draws the same cases first when more are asked for of one stratum', () => {
    const frame = people('need', 50);
    expect(draw(frame, 20).chosen.slice(0, 8)).toEqual(draw(frame, 8).chosen);
  });

  it.each([
    ['size-below-one', people('need', 5), 0, 0],
    ['size-exceeds-population', people('need', 5), 6, 0],
    ['size-exceeds-population', people('need', 5).map((entry) => ({ ...entry, excluded: 'closed' })), 1, 0],
    ['size-exceeds-population', [], 1, 0],
    ['minimums-exceed-size', [...people('need', 5), ...people('care', 5)], 3, 2],
    ['duplicate-id', [...people('need', 5), ...people('need', 1)], 3, 0],
  ])('does not exist: %s', (reason, frame, size, minimumPerStratum) => {
    const request = { frame, size, minimumPerStratum, seed: 's', sha256Hex };
    expect(drawStratifiedSample(request)).toEqual({ value: null, reason });
  });

  it('takes a frame of 100,000', () => {
    const frame = [...people('need', 60_000), ...people('care', 40_000)];
    const { strata, chosen } = draw(frame, 1000);
    expect(strata.map((stratum) => stratum.allocated)).toEqual([400, 600]);
    expect(new Set(chosen).size).toBe(1000);
  });
});
