import type { CharacteristicGroup } from '#audit-cycle';
import type { Cell, DateReading } from '#spreadsheet';
import { readAge, writtenYears } from '../cells/age.js';

type AgeBand = CharacteristicGroup<'age'>;

/**
 * The band on the day at which the list stood: by the day of birth, and by the age that is written where that day is missing or
 * unreadable. Unborn is what is written as such, whatever day is expected; a birth after that day which is not written as unborn is a slip.
 */
export function readAgeBand(birth: DateReading, age: Cell | undefined, asAt: string): AgeBand {
  if (readAge(age) === 'unborn') return '0-4';
  if (birth.kind !== 'date') return bandOf(writtenYears(age));
  return birth.date > asAt ? 'not-known' : bandOf(fullYears(birth.date, asAt));
}

/** Full years on a day; who is born on 29 February is a year older on 1 March where there is no such day. */
function fullYears(birth: string, on: string): number {
  const hadBirthday = on.slice(5) >= birth.slice(5);
  return Number(on.slice(0, 4)) - Number(birth.slice(0, 4)) - (hadBirthday ? 0 : 1);
}

function bandOf(years: number | null): AgeBand {
  if (years === null) return 'not-known';
  if (years < 5) return '0-4';
  if (years < 10) return '5-9';
  if (years < 16) return '10-15';
  return years < 18 ? '16-17' : '18-and-over';
}
