import { sha256Hex } from '#event-log';

/**
 * Made-up chance without a sequence: every throw is SHA-256 of the seed and of what it is thrown for. Whoever asks, in which order
 * and how often, the answer is the same, so a simulation can be killed anywhere and goes on as if nothing had been.
 */
export class Chance {
  constructor(private readonly seed: string) {}

  /** The same chance for one thing only, such as one case. */
  of(...labels: readonly string[]): Chance {
    return new Chance([this.seed, ...labels].join('/'));
  }

  /** From 0, below 1. */
  uniform(label: string): number {
    return parseInt(sha256Hex(`${this.seed}/${label}`).slice(0, 12), 16) / 2 ** 48;
  }

  /** Standard normal, by Box and Muller. */
  normal(label: string): number {
    const radius = Math.sqrt(-2 * Math.log(1 - this.uniform(`${label}/radius`)));
    return radius * Math.cos(2 * Math.PI * this.uniform(`${label}/angle`));
  }

  happens(probability: number, label: string): boolean {
    return this.uniform(label) < probability;
  }

  /** A whole number; both ends are possible. */
  between(least: number, most: number, label: string): number {
    return least + Math.floor(this.uniform(label) * (most - least + 1));
  }

  /** @throws RangeError when there is nothing to pick from */
  pick<T>(values: readonly T[], label: string): T {
    const picked = values[this.between(0, values.length - 1, label)];
    if (picked === undefined) throw new RangeError(`There is nothing to pick from for ${label}`);
    return picked;
  }

  /** All of them in an order of their own. */
  shuffled<T>(values: readonly T[], label: string): readonly T[] {
    return values
      .map((value, n) => ({ value, at: this.uniform(`${label}/${n}`) }))
      .sort((one, other) => one.at - other.at)
      .map(({ value }) => value);
  }
}
