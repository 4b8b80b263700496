import type { Strike } from './strike.js';
import type { Uniform } from '../uniform.js';

/** Strikes after random numbers of acknowledgements, while the writers go on. */
export class Fire {
  private readonly plan: { readonly strike: Strike; readonly after: number }[];
  private readonly struck = new Map<string, number>();
  private underWay: Promise<void> | null = null;
  private since = 0;

  /** `atMost`: acknowledgements between two strikes. */
  constructor(strikes: readonly Strike[], random: Uniform, count: number, atMost: number) {
    this.plan = Array.from({ length: count }, () => ({
      strike: random.one(strikes),
      after: 1 + random.below(atMost),
    }));
  }

  acknowledged(): void {
    this.since += 1;
    const next = this.plan[0];
    if (this.underWay !== null || next === undefined || this.since < next.after) return;
    this.underWay = this.deal(next.strike).finally(() => (this.underWay = null));
    // Whoever waits for the end hears of a failure.
    this.underWay.catch(() => undefined);
  }

  /** Waits for the strike that is under way. @returns how many of those planned were not dealt. */
  async ended(): Promise<number> {
    await this.underWay;
    return this.plan.length;
  }

  /** Strikes by name. */
  dealt(): Readonly<Record<string, number>> {
    return Object.fromEntries(this.struck);
  }

  private async deal(strike: Strike): Promise<void> {
    if (!(await strike.strike())) return;
    this.plan.shift();
    this.since = 0;
    this.struck.set(strike.name, (this.struck.get(strike.name) ?? 0) + 1);
  }
}
