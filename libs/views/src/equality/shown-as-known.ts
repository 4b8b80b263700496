import { isWithheld, WITHHELD, type Withheld } from '../published-figures/published-table.js';
import type { ByCharacteristic } from './grades-by-characteristic.js';

/**
 * Of how many children of a list a characteristic is known, as it may stand beside the grades: withheld where it says of one of their rows
 * what is withheld there. Of a list of which two children are not known, no more than two cases are, and where all were audited, two.
 */
export function shownAsKnown(
  { children, known }: { readonly children: number; readonly known: number },
  { whole, groups }: ByCharacteristic,
  fewest: number,
): number | Withheld {
  const cases = whole.n as number;
  const unknown = children - known;
  const isFew = (count: number): boolean => count > 0 && count < fewest;
  if ([known, unknown].some(isFew)) return WITHHELD;
  // As many as there are cases, or more, of both kinds: any number of the cases can be of either.
  if (known >= cases && unknown >= cases) return known;
  const row = isWithheld(groups) ? undefined : groups.find(({ group }) => group === 'not-known');
  if (row === undefined || isWithheld(row.n)) return WITHHELD;
  const leftOver = [unknown - row.n, known - (cases - row.n)];
  return leftOver.some(isFew) ? WITHHELD : known;
}
