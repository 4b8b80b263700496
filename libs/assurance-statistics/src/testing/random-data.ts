import fc from 'fast-check';
import type { CrossTable } from '../agreement/cross-table.js';
import type { Ratings } from '../agreement/tally-ratings.js';

/** Of all random tests of statistics; set STATISTICS_SEED to run one again. It stands in the name of each test. */
export const SEED = Number(process.env['STATISTICS_SEED'] ?? Math.floor(Math.random() * 2 ** 31));
export const SEEDED = `(STATISTICS_SEED=${SEED})`;

/** Holds a law against random data. */
export function always<Data>(data: fc.Arbitrary<Data>, law: (data: Data) => void, numRuns = 300): void {
  fc.assert(fc.property(data, law), { seed: SEED, numRuns });
}

/** Tables of pairs on the scale of grades, with zeros in plenty: whole rows and columns of them, and nothing else. */
export const tables: fc.Arbitrary<CrossTable> = fc
  .tuple(
    fc.array(fc.oneof(fc.constant(0), fc.nat(3), fc.nat(500)), { minLength: 16, maxLength: 16 }),
    fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
    fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
  )
  .map(([counts, rows, columns]) =>
    rows.map((row, i) => columns.map((column, j) => (row && column ? (counts[4 * i + j] ?? 0) : 0))),
  );

/** Ratings of up to 12 cases by up to 5 raters on the scale of grades, some or most missing. */
export const ratings: fc.Arbitrary<Ratings> = fc
  .tuple(fc.integer({ min: 1, max: 5 }), fc.constantFrom([1, 2, 3, 4], [2, 3], [2]), fc.nat(4))
  .chain(([raters, codes, missing]) =>
    fc.array(
      fc.array(fc.constantFrom<number | null>(...codes, ...codes, ...Array<null>(missing).fill(null)), {
        minLength: raters,
        maxLength: raters,
      }),
      { maxLength: 12 },
    ),
  );

/** The same with every rating there. */
export const completeRatings: fc.Arbitrary<readonly (readonly number[])[]> = fc
  .integer({ min: 2, max: 5 })
  .chain((raters) =>
    fc.array(fc.array(fc.integer({ min: 1, max: 4 }), { minLength: raters, maxLength: raters }), {
      minLength: 1,
      maxLength: 12,
    }),
  );

/** Every number of an answer, however deep inside, that is not finite; and its place. */
export function notFinite(answer: unknown, place = 'answer'): readonly string[] {
  if (typeof answer === 'number') return Number.isFinite(answer) ? [] : [`${place} is ${answer}`];
  if (typeof answer !== 'object' || answer === null) return [];
  return Object.entries(answer).flatMap(([name, item]) => notFinite(item, `${place}.${name}`));
}
