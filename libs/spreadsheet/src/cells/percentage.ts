/** Far less than a float holds of a share, and as much as anybody prints. */
const MOST_DECIMALS = 6;

/**
 * A share as the percentage that a spreadsheet shows it as, with at least so many decimals: 0.895 is `89.5%`. What the format hides
 * is kept, to six decimals: 0.8401 that shows as 84% is `84.01%`.
 */
export function percentageText(share: number, decimals: number): string {
  const exact = Number((share * 100).toPrecision(12)).toFixed(MOST_DECIMALS);
  const least = exact.length - MOST_DECIMALS + Math.min(decimals, MOST_DECIMALS);
  const needed = exact.replace(/0+$/, '').length;
  return `${exact.slice(0, Math.max(least, needed)).replace(/\.$/, '')}%`;
}
