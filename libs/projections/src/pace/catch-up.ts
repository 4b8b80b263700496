import { paceInWords, PaceMeter, type Pace } from './pace.js';

/** Seconds between two lines about the same catch-up. */
const TELL_EVERY = 10;

/** A view's way to the head of the log. While it is long, a line every now and then says how far it has come. */
export class CatchUp {
  private readonly meter: PaceMeter;
  private toldAt: number | null = null;
  private known: Pace | null = null;

  /** `far`: from so many positions behind on, it is told about. */
  constructor(
    private readonly options: {
      readonly now: () => Date;
      readonly tell: (line: string) => void;
      readonly far: bigint;
    },
    private readonly about: string,
    from: bigint,
  ) {
    this.meter = new PaceMeter(options.now, from);
  }

  get pace(): Pace | null {
    return this.known;
  }

  at(position: bigint, head: bigint): void {
    const { now, tell, far } = this.options;
    this.known = position < head ? this.meter.at(position, head) : null;
    const moment = now().getTime();
    if (position >= head) {
      if (this.toldAt !== null) tell(`${this.about} is level with the log, at ${written(position)}`);
      this.toldAt = null;
    } else if (this.toldAt === null ? head - position >= far : moment - this.toldAt >= TELL_EVERY * 1000) {
      this.toldAt = moment;
      tell(`${this.about} is at ${written(position)} of ${written(head)}${paceInWords(this.known)}`);
    }
  }
}

const written = (position: bigint): string => position.toLocaleString('en-GB');
