import { cheapestCircle, type Circle } from './cheapest-circle.js';
import { requireThatPartsAddUp, type CountedGroup, type WithheldGroup } from './counted-group.js';
import { sumNetwork, type SumNetwork } from './sum-network.js';

/**
 * Which counts of the parts of a whole are not published, so that nobody can work out a small one.
 *
 * The counts of the whole are published whatever they are; so is which parts there are. A count from 1 to one less than `fewest`
 * is withheld, and of a part that holds so few all that could tell its kinds apart, zeros too. With them go as many others as
 * it takes: whoever knows everything that is published, the sums, and that counts are whole numbers and not negative, finds for
 * each withheld count at least `fewest` possible numbers, one after the other, or all that the whole leaves possible where
 * these are fewer. Other zeros are published. The same counts always give the same answer.
 *
 * Each withheld count is in a circle of withheld counts that can take from each other (as in Cox 1980, JASA 75, 377-385), which
 * is the proof that other numbers are possible.
 *
 * @param fewest the smallest count above zero that may be published; 2 or more, as below that there is nothing to hide
 * @returns the parts in their order; null where the parts cannot be published in any way that hides what is small
 * @throws RangeError for counts that are no counts or do not add up
 */
export function withholdSmallCounts(whole: CountedGroup, fewest: number): readonly WithheldGroup[] | null {
  if (!Number.isSafeInteger(fewest) || fewest < 2) throw new RangeError('fewest is a whole number from 2.');
  requireThatPartsAddUp(whole);
  const network = sumNetwork(whole, fewest);
  const withheld = withheldCells(network, fewest - 1);
  return withheld && readBack(whole, withheld);
}

function withheldCells(network: SumNetwork, spread: number): readonly boolean[] | null {
  const withheld = network.cells.map(({ small }) => small);
  const spreads = network.cells.map(({ most, least }) => Math.min(spread, most - least));
  const hidden = network.cells.map(() => false);
  for (;;) {
    const next = mostToHide(spreads, (cell) => withheld[cell] === true && hidden[cell] !== true);
    if (next === null) return withheld;
    if (spreads[next] === 0) return null;
    const circle = circleAround(network, withheld, next, spreads[next]!);
    if (circle === null) return null;
    for (const cell of circle.cells) {
      withheld[cell] = true;
      if (spreads[cell]! <= spreads[next]!) hidden[cell] = true;
    }
  }
}

/** That of the figures which has to be spread most: its circle may do for others as well. */
function mostToHide(spreads: readonly number[], isOpen: (cell: number) => boolean): number | null {
  let most: number | null = null;
  for (const [cell, spread] of spreads.entries())
    if (isOpen(cell) && (most === null || spread > spreads[most]!)) most = cell;
  return most;
}

/** The cheapest circle in which the figure can move so far in all, whether down, up or some of both. */
function circleAround(
  network: SumNetwork,
  withheld: readonly boolean[],
  cell: number,
  spread: number,
): Circle | null {
  const { value, least } = network.cells[cell]!;
  let best: Circle | null = null;
  for (let down = Math.min(spread, value - least); down >= 0; down -= 1) {
    const circle = cheapestCircle(network, withheld, cell, { up: spread - down, down });
    if (circle !== null && (best === null || circle.cost < best.cost)) best = circle;
  }
  return best;
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
