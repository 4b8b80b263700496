/** Numbers that follow from a seed, the same on every machine; fast, for a million events (mulberry32). */
export class Chance {
  constructor(private state: number) {}

  /** A whole number from 0 to below `bound`. */
  below(bound: number): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % bound;
  }

  one<Item>(of: readonly Item[]): Item {
    return of[this.below(of.length)]!;
  }
}
