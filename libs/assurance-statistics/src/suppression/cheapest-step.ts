import type { SumNetwork } from './sum-network.js';

/** What the figures of a table are, in the order of its cells. */
export type Values = readonly number[];

/**
 * The same table with one figure larger by 1 (or smaller, for a change of -1) and every sum as it was: each figure takes up what
 * another has less, in a circle. Of all circles the one whose figures cost least to change; always the same of those that cost the same.
 * Null where there is none. (Shortest path: Dijkstra 1959.)
 */
export function cheapestStep(
  { cells, sums }: SumNetwork,
  values: Values,
  moved: number,
  change: 1 | -1,
  costs: readonly number[],
): Values | null {
  const { from, to, least } = cells[moved]!;
  if (values[moved]! + change < least) return null;
  const [start, end] = change === 1 ? [to, from] : [from, to];
  const steps: Step[][] = Array.from({ length: sums }, () => []);
  for (const [cell, ends] of cells.entries()) {
    if (cell === moved) continue;
    steps[ends.from]!.push({ from: ends.from, to: ends.to, cell, change: 1 });
    if (values[cell]! > ends.least) steps[ends.to]!.push({ from: ends.to, to: ends.from, cell, change: -1 });
  }
  const way = cheapestWay(steps, start, end, costs);
  if (way === null) return null;
  const changed = [...values];
  for (const step of [{ cell: moved, change }, ...way]) changed[step.cell]! += step.change;
  return changed;
}

/** From one sum to another by a figure that becomes larger, or smaller where the step goes against its flow. */
interface Step {
  readonly from: number;
  readonly to: number;
  readonly cell: number;
  readonly change: 1 | -1;
}

function cheapestWay(
  steps: readonly (readonly Step[])[],
  start: number,
  end: number,
  costs: readonly number[],
): readonly Step[] | null {
  const known = new Map([[start, 0]]);
  const reachedBy = new Map<number, Step>();
  const open = new Set([start]);
  while (open.size > 0) {
    const nearest = [...open].reduce((a, b) => (known.get(b)! < known.get(a)! ? b : a));
    if (nearest === end) break;
    open.delete(nearest);
    for (const step of steps[nearest]!) {
      const cost = known.get(nearest)! + costs[step.cell]!;
      if (cost >= (known.get(step.to) ?? Infinity)) continue;
      known.set(step.to, cost);
      reachedBy.set(step.to, step);
      open.add(step.to);
    }
  }
  if (!known.has(end)) return null;
  const way: Step[] = [];
  for (let sum = end; sum !== start; sum = way.at(-1)!.from) way.push(reachedBy.get(sum)!);
  return way;
}
