import { shareOf, type Share } from '../share.js';
import { waitingTime, type WaitingTime } from '../waiting-time.js';
import { CLOCK_STANDINGS, type Clock, type ClockedCase, type ClockStanding } from './clocked-case.js';

export interface ClockFigure {
  readonly clock: Clock;
  readonly unit: 'working-days' | 'hours';
  /** The sum of `byStanding`. */
  readonly n: number;
  readonly byStanding: readonly { readonly standing: ClockStanding; readonly n: number }[];
  /** Done in time, of all of which it is known whether they are: what waits and is not late yet is in neither share, and comments never are. */
  readonly inTime: Share;
  /** Done late, missed, or waiting beyond its time, of the same. */
  readonly late: Share;
  /** How long it takes; what has not happened counts for as long as it has waited, was missed or could have happened, never as done. */
  readonly taken: WaitingTime;
  /** Not in `taken`: no bank holidays are published for their days. */
  readonly uncounted: number;
}

const LATE: readonly ClockStanding[] = ['done-late', 'waiting-late', 'missed'];
const DONE: readonly ClockStanding[] = ['done-in-time', 'done-late', 'done'];

/** The figure of one clock from all that it counts for. */
export function clockFigure(clock: Clock, all: readonly ClockedCase[]): ClockFigure {
  const cases = all.filter((one) => one.clock === clock);
  const count = (standing: ClockStanding): number => cases.filter((one) => one.standing === standing).length;
  const inTime = count('done-in-time');
  const late = cases.filter(({ standing }) => LATE.includes(standing)).length;
  const timed = cases.flatMap(({ taken, standing }) =>
    taken === null ? [] : { time: taken, happened: DONE.includes(standing) },
  );
  return {
    clock,
    unit: clock === 'acknowledgement' || clock === 'resolution' ? 'hours' : 'working-days',
    n: cases.length,
    byStanding: CLOCK_STANDINGS.map((standing) => ({ standing, n: count(standing) })),
    inTime: shareOf(inTime, inTime + late),
    late: shareOf(late, inTime + late),
    taken: waitingTime(timed),
    uncounted: cases.length - timed.length,
  };
}
