import { createHash } from 'node:crypto';

/** Numbers that follow from a seed: the same on every machine, so that a failure can be run again. */
export class Uniform {
  private drawn = 0;
  constructor(private readonly seed: number) {}

  /** A whole number from 0 to below `bound`. */
  below(bound: number): number {
    const digest = createHash('sha256').update(`${this.seed}/${this.drawn++}`).digest();
    return digest.readUInt32BE(0) % bound;
  }
}
