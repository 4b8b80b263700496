/** So many batches in a row must have found the log as the last one left it before the next one counts on that. */
const UNDISTURBED = 8;

/**
 * What a process may foresee about the end of a log from what became of its own batches. While it is the only one who appends, it knows
 * where the log ends without looking; as soon as somebody else appended, or an append was not as expected, it looks again for a
 * while. Being wrong costs a statement in vain and nothing else.
 */
export class HeadInSight {
  /** The end of the log after the last of our batches that was answered. */
  private seen: bigint | null = null;
  private onTheirWay = 0;
  private undisturbed = 0;

  /** Position of the last event once the batches on their way are in; null where it has to be looked up. */
  get position(): bigint | null {
    if (this.seen === null || this.undisturbed < UNDISTURBED) return null;
    return this.seen + BigInt(this.onTheirWay);
  }

  /** A batch of so many events was sent. */
  sent(events: number): void {
    this.onTheirWay += events;
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
