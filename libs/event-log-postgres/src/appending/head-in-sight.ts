/** So many batches in a row must have found the log as the last one left it before the next one counts on that. */
const UNDISTURBED = 8;

/** The last event of a log: where it stands, and the id of the command that made it. */
export interface EndOfLog {
  readonly position: bigint;
  readonly command: string;
}

/**
 * What a process may foresee about the end of a log from what became of its own batches. While it is the only one who appends, it knows
 * where the log ends without looking; as soon as somebody else appended, or an append was not as expected, it looks again for a
 * while. Being wrong costs a statement in vain and nothing else.
 */
export class HeadInSight {
  /** The end of the log after the last of our batches that was answered. */
  private seen: bigint | null = null;
  private onTheirWay = 0;
  private lastCommand: string | null = null;
  private undisturbed = 0;

  /** The last event once the batches on their way are in; null where it has to be looked up. */
  get end(): EndOfLog | null {
    if (this.seen === null || this.lastCommand === null || this.undisturbed < UNDISTURBED) return null;
    return { position: this.seen + BigInt(this.onTheirWay), command: this.lastCommand };
  }

  /** A batch of so many events was sent, the last of which this command makes. */
  sent(events: number, lastCommand: string): void {
    this.onTheirWay += events;
    this.lastCommand = lastCommand;
  }

  /** It was answered: the log ended at `head` after it, and all of its events are in or not. */
  answered(events: number, head: bigint, isAllIn: boolean): void {
    this.onTheirWay -= events;
    const wasAsLeft = isAllIn && this.seen === head - BigInt(events);
    this.undisturbed = wasAsLeft ? this.undisturbed + 1 : 0;
    this.seen = head;
  }

  /** It did not find the log where it was foreseen; it is sent again, to be decided. */
  missed(): void {
    this.undisturbed = 0;
  }
}
