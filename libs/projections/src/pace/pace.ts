/** How fast a view takes what the log holds. */
export interface Pace {
  /** Positions of the log in a second; events, where positions are dense. */
  readonly perSecond: number;
  /** Until it is level, at that speed. */
  readonly secondsLeft: number;
}

/** Measures from the moment it is made. */
export class PaceMeter {
  private readonly began: number;

  constructor(
    private readonly now: () => Date,
    private readonly from: bigint,
  ) {
    this.began = now().getTime();
  }

  /** The pace so far; null before there is anything to measure. */
  at(position: bigint, head: bigint): Pace | null {
    const seconds = (this.now().getTime() - this.began) / 1000;
    const taken = Number(position - this.from);
    if (seconds <= 0 || taken <= 0) return null;
    const perSecond = taken / seconds;
    const left = head > position ? Number(head - position) : 0;
    return { perSecond: Math.round(perSecond), secondsLeft: Math.ceil(left / perSecond) };
  }
}

/** A pace as people read it; nothing where there is none. */
export const paceInWords = (pace: Pace | null): string =>
  pace === null ? '' : `, ${pace.perSecond.toLocaleString('en-GB')} a second, ${pace.secondsLeft} s left`;
