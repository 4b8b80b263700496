import { cheapestStep, type Values } from './cheapest-step.js';
import type { SumNetwork } from './sum-network.js';

/** Figures that have to be withheld, and what a reader loses with those of them that were published until now. */
export interface Loss {
  readonly cells: readonly number[];
  readonly cost: number;
}

/**
 * The cheapest figures to withhold with one so that it could be any of `spread` + 1 numbers in a row, its own among them: for each of
 * these numbers there is then another table with it and with everything that is published. Null where no such figures exist.
 */
export function hideAmongOtherTables(
  network: SumNetwork,
  withheld: readonly boolean[],
  cell: number,
  spread: number,
): Loss | null {
  const up = lossesOf(network, withheld, cell, 1, spread);
  const down = lossesOf(network, withheld, cell, -1, spread);
  let best: Loss | null = null;
  for (const [steps, below] of down.entries()) {
    const above = up[spread - steps];
    if (above === undefined) continue;
    const cells = [...new Set([...below, ...above])];
    const cost = cells.reduce(
      (sum, one) => sum + (withheld[one] === true ? 0 : network.cells[one]!.worth),
      0,
    );
    if (best === null || cost < best.cost) best = { cells, cost };
  }
  return best;
}

/** For 0, 1, 2 and more steps, as many as there can be, the figures in which the table then differs. */
function lossesOf(
  network: SumNetwork,
  withheld: readonly boolean[],
  cell: number,
  change: 1 | -1,
  most: number,
): readonly (readonly number[])[] {
  const actual = network.cells.map(({ value }) => value);
  const losses: (readonly number[])[] = [[]];
  let values: Values | null = actual;
  while (losses.length <= most) {
    const reached: Values = values;
    const costs = network.cells.map(({ worth }, one) =>
      withheld[one] === true || reached[one] !== actual[one] ? 0 : worth,
    );
    values = cheapestStep(network, reached, cell, change, costs);
    if (values === null) break;
    const found = values;
    losses.push(actual.flatMap((value, one) => (found[one] === value ? [] : one)));
  }
  return losses;
}
