import { addMonths, type Period } from '#audit-cycle';
import { workingDay } from '../working-time.js';
import type { PersonInTheMaking } from './made-up-person.js';
import type { PeopleInTheMaking } from './people-in-the-making.js';

const MONTHS_OF_A_CYCLE = 2;
/** Working days from the first day of a cycle's period, when most audits are being allocated. */
const FALLS_ILL = { least: 6, most: 12 };
const ILL_FOR = { least: 8, most: 24 };

/** In each cycle one of those who only audit is ill for some weeks; another plans leave and calls it off. */
export function beAway(
  { chance }: PeopleInTheMaking,
  auditors: readonly PersonInTheMaking[],
  { from, to }: Period,
): void {
  let turn = 0;
  for (let first = from; first < to; first = addMonths(from, MONTHS_OF_A_CYCLE * (turn += 1))) {
    const ofCycle = chance.of('away', String(turn));
    const last = addMonths(first, MONTHS_OF_A_CYCLE);
    const here = auditors.filter(({ joined, left }) => joined! < first && (left === null || left > last));
    const [ill, planning] = ofCycle.shuffled(here, 'who');
    if (ill !== undefined) {
      const begins = workingDay(first, ofCycle.between(FALLS_ILL.least, FALLS_ILL.most, 'ill'));
      const ends = workingDay(begins, ofCycle.between(ILL_FOR.least, ILL_FOR.most, 'for'));
      ill.absences.push({ from: begins, to: ends });
    }
    if (planning === undefined) continue;
    planning.calledOff.push({
      from: workingDay(first, 25),
      to: workingDay(first, 29),
      planned: workingDay(first, 2),
      on: workingDay(first, 10),
    });
  }
}
