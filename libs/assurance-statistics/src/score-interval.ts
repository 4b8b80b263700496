/**
 * The Wilson score interval of a share, for a number of cases that need not be whole: what a sample is worth after it
 * was corrected for its design. Exactly 0 below a share of 0 and exactly 1 above a share of 1.
 *
 * @param p the share found, 0 to 1
 * @param n what the sample is worth in cases drawn one by one from a list without end, above 0
 * @param z standard errors each way
 */
export function scoreInterval(p: number, n: number, z: number): readonly [lower: number, upper: number] {
  const spread = 1 + (z * z) / n;
  const centre = (p + (z * z) / (2 * n)) / spread;
  const halfWidth = (z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n))) / spread;
  return [p === 0 ? 0 : centre - halfWidth, p === 1 ? 1 : centre + halfWidth];
}
