import type { CharacteristicGroup, Characteristics } from '#audit-cycle';
import { textOf, type Cell } from '#spreadsheet';
import { dateIn, type ListRow } from '../lists/row-checks.js';
import { codeKey } from '../template/category-code.js';
import { readAgeBand } from './age-band.js';
import { readEthnicGroup } from './ethnic-group.js';

/** What a row says of the child. Lists of contacts, of early help and of referrals do not ask about disability. */
export function readCharacteristics(row: ListRow): Characteristics {
  return {
    ethnicity: readEthnicGroup(row.cell('Ethnicity')),
    age: readAgeBand(dateIn(row, 'Date of Birth'), row.cell('Age of Child (Years)'), row.asAt),
    disability: readDisability(row.cell('Does the Child have a Disability')),
  };
}

/** Of several rows about one child, the first that knows. */
export function firstKnown(rows: readonly [Characteristics, ...Characteristics[]]): Characteristics {
  return {
    ethnicity: known(rows.map(({ ethnicity }) => ethnicity)),
    age: known(rows.map(({ age }) => age)),
    disability: known(rows.map(({ disability }) => disability)),
  };
}

const known = <Group extends string>(groups: readonly (Group | 'not-known')[]): Group | 'not-known' =>
  groups.find((group) => group !== 'not-known') ?? 'not-known';

function readDisability(cell: Cell | undefined): CharacteristicGroup<'disability'> {
  const key = codeKey(textOf(cell) ?? '');
  if (key === 'yes' || key === 'y') return 'yes';
  return key === 'no' || key === 'n' ? 'no' : 'not-known';
}
