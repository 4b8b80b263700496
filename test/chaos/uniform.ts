import { createHash } from 'node:crypto';

/** Numbers that follow from a seed: the same on every machine, so that a failure can be run again. */
export class Uniform {
  private drawn = 0;
  constructor(private readonly seed: number | string) {}

  /** A whole number from 0 to below `bound`. */
  below(bound: number): number {
    return this.next().readUInt32BE(0) % bound;
  }

  /** One of them, each as likely. */
  one<T>(of: readonly T[]): T {
    return of[this.below(of.length)]!;
  }

  uuid(): string {
    const text = this.next().toString('hex');
    return [8, 12, 16, 20, 32].map((end, n) => text.slice([0, 8, 12, 16, 20][n], end)).join('-');
  }

  private next(): Buffer {
    return createHash('sha256').update(`${this.seed}/${this.drawn++}`).digest();
  }
}
