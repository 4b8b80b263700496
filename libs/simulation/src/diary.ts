import type { Instant, IsoDate } from '#audit-cycle';
import type { Chance } from './chance.js';
import { momentOf, workingDay } from './working-time.js';

/** Minutes from 08:00 UTC. The first of them are the administrator's, who records who has come. */
const START_OF_DAY = 45;
const END_OF_DAY = 8 * 60;

/** Somebody's time: every entry is later than the one before it, on a working day and within office hours. */
export class Diary {
  private entries = 0;

  constructor(
    private readonly chance: Chance,
    private day: IsoDate,
    private minutes = START_OF_DAY,
  ) {}

  get today(): IsoDate {
    return this.day;
  }

  get now(): Instant {
    return momentOf(this.day, this.minutes);
  }

  /** After so many minutes of work, and up to half as many again; tomorrow when the day is over. */
  afterMinutes(minutes: number): Instant {
    this.minutes += 1 + minutes * (1 + this.next() / 2);
    if (this.minutes > END_OF_DAY) this.turnTo(workingDay(this.day, 1));
    return this.now;
  }

  /** At some time of the day that is so many working days on; 0 is later today. */
  afterDays(days: number): Instant {
    return this.onDay(workingDay(this.day, days));
  }

  /** At some time of that day; where it has come already, later today. */
  onDay(day: IsoDate): Instant {
    const working = workingDay(day, 0);
    if (working <= this.day) return this.afterMinutes(5);
    this.turnTo(working);
    return this.now;
  }

  /** Another diary from now on, for what goes on beside this. */
  beside(chance: Chance): Diary {
    return new Diary(chance, this.day, this.minutes);
  }

  private turnTo(day: IsoDate): void {
    this.day = day;
    this.minutes = START_OF_DAY + Math.floor(this.next() * 255);
  }

  private next(): number {
    this.entries += 1;
    return this.chance.uniform(`moment/${this.entries}`);
  }
}
