import type { SumCell, SumNetwork } from './sum-network.js';

/** By how much a figure is to be movable, down and up, while every sum stays what it is. */
export interface Movement {
  readonly up: number;
  readonly down: number;
}

export interface Circle {
  /** Indices of the figures that move with it. */
  readonly cells: readonly number[];
  /** What a reader loses with those of them that were published until now. */
  readonly cost: number;
}

/**
 * The figures of least worth that have to be withheld with one so that it can move: each takes up what another has less, in a
 * circle. Any whole number of steps within the movement leaves every sum and every lower limit as it was. Null where there is no
 * such circle. (Shortest path by Dijkstra 1959; of circles that cost the same, always the same one.)
 */
export function cheapestCircle(
  { cells, sums }: SumNetwork,
  withheld: readonly boolean[],
  moved: number,
  { up, down }: Movement,
): Circle | null {
  const first = cells[moved]!;
  const steps = stepsOf(cells, sums, moved, { up, down });
  const costs = Array.from({ length: sums }, () => Infinity);
  const reachedBy = new Map<number, Step>();
  const open = new Set([first.to]);
  costs[first.to] = 0;
  while (open.size > 0) {
    const nearest = [...open].reduce((a, b) => (costs[b]! < costs[a]! ? b : a));
    if (nearest === first.from) break;
    open.delete(nearest);
    for (const step of steps[nearest]!) {
      const cost = costs[nearest]! + (withheld[step.cell] === true ? 0 : cells[step.cell]!.worth);
      if (cost >= costs[step.to]!) continue;
      costs[step.to] = cost;
      reachedBy.set(step.to, step);
      open.add(step.to);
    }
  }
  if (costs[first.from] === Infinity) return null;
  const circle = [moved];
  for (let sum = first.from; sum !== first.to;) {
    const step = reachedBy.get(sum)!;
    circle.push(step.cell);
    sum = step.from;
  }
  return { cells: circle, cost: costs[first.from]! };
}

/** From one sum to another by a figure that becomes larger, or smaller where the step goes against its flow. */
interface Step {
  readonly from: number;
  readonly to: number;
  readonly cell: number;
}

/** The steps that may follow when the first figure moves: what grows with it must be able to shrink by `down`, all else by `up`. */
function stepsOf(
  cells: readonly SumCell[],
  sums: number,
  moved: number,
  { up, down }: Movement,
): readonly (readonly Step[])[] {
  const steps: Step[][] = Array.from({ length: sums }, () => []);
  cells.forEach(({ from, to, value, least }, cell) => {
    if (cell === moved) return;
    if (value - least >= down) steps[from]!.push({ from, to, cell });
    if (value - least >= up) steps[to]!.push({ from: to, to: from, cell });
  });
  return steps;
}
