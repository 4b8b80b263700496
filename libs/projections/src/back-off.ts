const SHORTEST = 250;
const LONGEST = 30_000;

/** How long to wait after so many failures in a row: a quarter of a second at first, doubled each time, at most half a minute. */
export const backOff = (failures: number): number => Math.min(SHORTEST * 2 ** (failures - 1), LONGEST);
