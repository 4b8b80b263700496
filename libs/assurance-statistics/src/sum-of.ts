/** The sum of what a function gives for each item and its place. */
export function sumOf<Item>(items: readonly Item[], term: (item: Item, place: number) => number): number {
  return items.reduce((sum, item, place) => sum + term(item, place), 0);
}

/** The sum of numbers. */
export const total = (values: readonly number[]): number => sumOf(values, (value) => value);
