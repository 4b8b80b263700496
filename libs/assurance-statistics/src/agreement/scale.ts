/** Outstanding 1, Good 2, Requires improvement 3, Inadequate 4. Every statistic of grades counts all four, used or not. */
export const GRADE_CODES: readonly number[] = [1, 2, 3, 4];

/** @throws RangeError unless the codes are finite, each of them once, and at least one; a scale is the caller's to know */
export function requireScale(scale: readonly number[]): void {
  if (scale.length === 0 || !scale.every(Number.isFinite) || new Set(scale).size !== scale.length) {
    throw new RangeError(`scale must hold different numbers, at least one, not [${scale.join(', ')}]`);
  }
}
