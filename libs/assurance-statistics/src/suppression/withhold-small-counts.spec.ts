import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { attackOnParts, attackOnRemainders } from '../testing/attack-on-parts.js';
import { sumOf, type CountedGroup, type WithheldGroup } from './counted-group.js';
import { withholdSmallCounts } from './withhold-small-counts.js';

const leaf = (...counts: readonly number[]): CountedGroup => ({ counts, parts: [] });
const of = (...parts: readonly CountedGroup[]): CountedGroup => ({
  counts: parts[0]!.counts.map((_, kind) => parts.reduce((sum, { counts }) => sum + counts[kind]!, 0)),
  parts,
});
/** The counts as they are published, a question mark for each that is withheld; the sum last. */
const shown = (whole: CountedGroup, withheld: readonly WithheldGroup[] | null): unknown =>
  withheld &&
  withheld.map(({ counts, sum }, index) => {
    const part = whole.parts[index]!;
    return [
      ...part.counts.map((count, kind) => (counts[kind] === true ? '?' : count)),
      sum ? '?' : sumOf(part),
    ].join(' ');
  });
const publish = (whole: CountedGroup): unknown => shown(whole, withholdSmallCounts(whole, 5));

describe('Of the parts of a whole', () => {
  it('all is published where no count is small; zeros are', () => {
    expect(publish(of(leaf(5, 0, 9), leaf(7, 12, 6)))).toEqual(['5 0 9 14', '7 12 6 25']);
  });

  it('a small count takes others with it, as it could be worked out from what they leave', () => {
    expect(publish(of(leaf(3, 20, 6), leaf(9, 18, 7), leaf(30, 40, 50)))).toEqual([
      '? 20 ? 29',
      '? 18 ? 34',
      '30 40 50 120',
    ]);
  });

  it('what is left of a part where the whole is small is no count of a few either', () => {
    expect(publish(of(leaf(18, 1, 1), leaf(30, 1, 1)))).toEqual(['? ? ? 20', '? ? ? 32']);
  });

  it('a part that holds few tells nothing, not even what it has none of', () => {
    const published = publish(of(leaf(0, 2, 0), leaf(20, 30, 25), leaf(40, 41, 42))) as readonly string[];
    expect(published[0]).toBe('? ? ? ?');
  });

  it('the parts of a single kind hide each other', () => {
    expect(publish(of(leaf(2), leaf(9), leaf(0), leaf(14)))).toEqual(['? ?', '? ?', '0 0', '14 14']);
  });

  it('nothing can be published of a single part, which is the whole, nor of parts that hold one each', () => {
    expect(publish(of(leaf(3, 20)))).toBeNull();
    expect(publish(of(leaf(1, 0), leaf(0, 1)))).toBeNull();
    expect(publish(of(leaf(1), leaf(1)))).toEqual(['? ?', '? ?']);
  });

  it('all is published where no count is too small for it', () => {
    expect(withholdSmallCounts(of(leaf(1, 0), leaf(0, 2)), 1)).toEqual(
      [1, 2].map(() => ({ counts: [false, false], sum: false, parts: [] })),
    );
  });

  it.each([
    ['a fraction', { counts: [1.5], parts: [] }, 5],
    ['less than nothing', { counts: [-1], parts: [] }, 5],
    ['parts that do not add up', { counts: [7], parts: [leaf(3), leaf(3)] }, 5],
    ['a part of other kinds', { counts: [3, 3], parts: [leaf(3)] }, 5],
    ['a part that holds nothing', of(leaf(0, 0), leaf(3, 3)), 5],
    ['a minimum that is no count', of(leaf(3)), 0],
  ])('%s is a mistake of the caller', (_, whole, fewest) => {
    expect(() => withholdSmallCounts(whole, fewest)).toThrow(RangeError);
  });
});

/** Whole counts, small ones often. */
const count = fc.oneof(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 12 }));
const leaves = (kinds: number, most: number): fc.Arbitrary<CountedGroup[]> =>
  fc.array(
    fc
      .array(count, { minLength: kinds, maxLength: kinds })
      .filter((counts) => kinds === 1 || counts.some((one) => one > 0))
      .map((counts) => leaf(...counts)),
    { minLength: 1, maxLength: most },
  );
const flat = fc.integer({ min: 1, max: 4 }).chain((kinds) => leaves(kinds, 5).map((parts) => of(...parts)));
const nested = fc
  .integer({ min: 2, max: 3 })
  .chain((kinds) => fc.array(leaves(kinds, 3), { minLength: 2, maxLength: 3 }))
  .map((groups) => of(...groups.map((parts) => of(...parts))));

describe('Nobody who reckons with all that is published', () => {
  it('narrows a withheld count to fewer numbers than the smallest count that is published, nor knows that it is small', () => {
    const figures = { hidden: 0, published: 0, unpublishable: 0 };
    fc.assert(
      fc.property(fc.oneof(flat, nested), fc.integer({ min: 2, max: 5 }), (whole, fewest) => {
        const published = withholdSmallCounts(whole, fewest);
        if (published === null) figures.unpublishable += 1;
        else {
          figures.published += 1;
          figures.hidden += expectHidden(whole, published, fewest);
        }
      }),
      { seed: 20261122, numRuns: 150 },
    );
    expect(figures.published).toBeGreaterThan(figures.unpublishable);
    expect(figures.hidden).toBeGreaterThan(500);
  });

  it('finds out by subtraction that a few of many have something in common', () => {
    let few = 0;
    fc.assert(
      fc.property(fc.oneof(flat, nested), fc.integer({ min: 2, max: 5 }), (whole, fewest) => {
        for (const { smallest, largest } of remaindersOf(whole, fewest)) {
          expect(largest).toBeGreaterThan(smallest);
          few += 1;
        }
      }),
      { seed: 20261122, numRuns: 150 },
    );
    expect(few).toBeGreaterThan(5);
  });

  it('finds a small count published', () => {
    fc.assert(
      fc.property(fc.oneof(flat, nested), (whole) => {
        for (const [group, hidden] of pairs(whole, withholdSmallCounts(whole, 5) ?? [])) {
          const few = (n: number): boolean => n > 0 && n < 5;
          group.counts.forEach((n, kind) => few(n) && expect(hidden.counts[kind]).toBe(true));
          if (few(sumOf(group))) expect(hidden.sum).toBe(true);
        }
      }),
      { seed: 20261122, numRuns: 400 },
    );
  });
});

/** What is left where published figures are taken off a sum: a few of more. The few that there are of something in all are published. */
const remaindersOf = (whole: CountedGroup, fewest: number): ReturnType<typeof attackOnRemainders> =>
  attackOnRemainders(
    whole,
    withholdSmallCounts(whole, fewest) ?? [],
    (left, of) => left > 0 && left < fewest && of >= fewest,
  );

/** How many counts were withheld, each of which could be other numbers. */
function expectHidden(whole: CountedGroup, published: readonly WithheldGroup[], fewest: number): number {
  const attacked = attackOnParts(whole, published);
  for (const { smallest, largest, value, ofWhole } of attacked) {
    expect(value).toBeGreaterThanOrEqual(smallest);
    expect(value).toBeLessThanOrEqual(largest);
    const spread = value > 0 && value < fewest ? fewest : fewest - 1;
    expect(largest - smallest).toBeGreaterThanOrEqual(Math.min(spread, ofWhole[1] - ofWhole[0]));
    expect(largest).toBeGreaterThan(smallest);
  }
  return attacked.length;
}

const pairs = (
  whole: CountedGroup,
  hidden: readonly WithheldGroup[],
): readonly (readonly [CountedGroup, WithheldGroup])[] =>
  hidden.flatMap((one, index) => [
    [whole.parts[index]!, one] as const,
    ...pairs(whole.parts[index]!, one.parts),
  ]);
