import type { CharacteristicGroup } from '#audit-cycle';
import { textOf, type Cell } from '#spreadsheet';
import { codeKey, firstToken } from '../template/category-code.js';

/**
 * The codes of the template, each with the words that it stands for. The template puts Chinese in a group of its own; the censuses
 * of 2011 and 2021 count it as Asian. REFU (refused) and NOBT (not yet obtained) are not known.
 */
const CODES: readonly (readonly [string, string, CharacteristicGroup<'ethnicity'>])[] = [
  ['WBRI', 'White British', 'white'],
  ['WIRI', 'White Irish', 'white'],
  ['WIRT', 'Traveller of Irish heritage', 'white'],
  ['WOTH', 'Any other White background', 'white'],
  ['WROM', 'Gypsy/Roma', 'white'],
  ['MWBC', 'White and Black Caribbean', 'mixed'],
  ['MWBA', 'White and Black African', 'mixed'],
  ['MWAS', 'White and Asian', 'mixed'],
  ['MOTH', 'Any other Mixed background', 'mixed'],
  ['AIND', 'Indian', 'asian'],
  ['APKN', 'Pakistani', 'asian'],
  ['ABAN', 'Bangladeshi', 'asian'],
  ['AOTH', 'Any other Asian background', 'asian'],
  ['CHNE', 'Chinese', 'asian'],
  ['BCRB', 'Caribbean', 'black'],
  ['BAFR', 'African', 'black'],
  ['BOTH', 'Any other Black background', 'black'],
  ['OOTH', 'Any other ethnic group', 'other'],
];

const groups = new Map(
  CODES.flatMap(([code, words, group]) => [
    [codeKey(code), group],
    [codeKey(words), group],
  ]),
);

/** The group of what an ethnicity cell says: by its code, with or without letter and words, or by the words alone. Nothing is guessed. */
export function readEthnicGroup(cell: Cell | undefined): CharacteristicGroup<'ethnicity'> {
  const written = textOf(cell) ?? '';
  return groups.get(codeKey(written)) ?? groups.get(firstToken(written)) ?? 'not-known';
}
