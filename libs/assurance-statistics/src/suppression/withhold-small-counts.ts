import { requireThatPartsAddUp, type CountedGroup, type WithheldGroup } from './counted-group.js';
import { hideAmongOtherTables } from './other-tables.js';
import { sumNetwork, type SumNetwork } from './sum-network.js';

/**
 * Which counts of the parts of a whole are not published, so that nobody can work out a small one.
 *
 * The counts of the whole are published whatever they are; so is which parts there are. A count from 1 to one less than `fewest`
 * is withheld, and of a part that holds so few all that could tell its kinds apart, zeros too. With them go as many others as
 * it takes: whoever knows everything that is published, the sums, and that counts are whole numbers and not negative, finds for
 * each withheld count at least `fewest` possible numbers, one after the other, and for a small one a number that is not small, or all
 * that the whole leaves possible where these are fewer. What is published of a sum of `fewest` or more does not leave a small remainder
 * either: that 2 of 20 are not good is as much as a small count. Other zeros are published. The same counts always give the same answer.
 *
 * For each of these numbers another table is found that has it and everything that is published, which is the proof (as the
 * network methods of Cox 1995, JASA 90, 1453-1462, do).
 *
 * @param fewest the smallest count above zero that may be published; with 1 all are
 * @returns the parts in their order; null where the parts cannot be published in any way that hides what is small
 * @throws RangeError for counts that are no counts or do not add up
 */
export function withholdSmallCounts(whole: CountedGroup, fewest: number): readonly WithheldGroup[] | null {
  if (!Number.isSafeInteger(fewest) || fewest < 1) throw new RangeError('fewest is a whole number from 1.');
  requireThatPartsAddUp(whole);
  const network = sumNetwork(whole, fewest);
  const withheld = withheldCells(network, fewest);
  return withheld && readBack(whole, withheld);
}

function withheldCells(network: SumNetwork, fewest: number): readonly boolean[] | null {
  const spreads = network.cells.map(({ most, least, small }) =>
    Math.min(small ? fewest : fewest - 1, most - least),
  );
  const withheld = network.cells.map(({ small }) => small);
  const hidden = network.cells.map(() => false);
  for (;;) {
    const next = mostToHide(spreads, (cell) => withheld[cell] === true && hidden[cell] !== true);
    if (next === null) {
      const more = worthLeastOfRemainder(network, withheld, fewest);
      if (more === null) return withheld;
      withheld[more] = true;
      continue;
    }
    const loss = spreads[next] === 0 ? null : hideAmongOtherTables(network, withheld, next, spreads[next]!);
    if (loss === null) return null;
    for (const cell of loss.cells) withheld[cell] = true;
    hidden[next] = true;
  }
}

/** Of a sum of which what is published leaves a small remainder, the published figure that is worth least. Null where there is no such sum. */
function worthLeastOfRemainder(
  { cells, additions }: SumNetwork,
  withheld: readonly boolean[],
  fewest: number,
): number | null {
  for (const { parts, whole } of additions) {
    if (whole !== null && withheld[whole] === true) continue;
    const added = (some: readonly number[]): number => some.reduce((sum, one) => sum + cells[one]!.value, 0);
    const remainder = added(parts.filter((one) => withheld[one]));
    if (remainder === 0 || remainder >= fewest || added(parts) < fewest) continue;
    const others = parts.filter((one) => withheld[one] !== true && cells[one]!.value > 0);
    return others.reduce((a, b) => (cells[b]!.worth < cells[a]!.worth ? b : a));
  }
  return null;
}

/** That of the figures which has to be spread most: what hides it may do for others as well. */
function mostToHide(spreads: readonly number[], isOpen: (cell: number) => boolean): number | null {
  let most: number | null = null;
  for (const [cell, spread] of spreads.entries())
    if (isOpen(cell) && (most === null || spread > spreads[most]!)) most = cell;
  return most;
}

/** Reads the figures in the order in which the network lists them. */
function readBack(whole: CountedGroup, withheld: readonly boolean[]): readonly WithheldGroup[] {
  const several = whole.counts.length > 1;
  let next = 0;
  const read = (group: CountedGroup): WithheldGroup => {
    const counts = group.counts.map(() => withheld[next++]!);
    const sum = several ? withheld[next++]! : counts[0]!;
    return { counts, sum, parts: group.parts.map(read) };
  };
  return whole.parts.map(read);
}
