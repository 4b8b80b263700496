/** A sum that somebody knows: the unknowns that are named, each as often as it is named, make up the whole. */
export interface KnownSum {
  readonly add: readonly string[];
  readonly takeOff: readonly string[];
  readonly make: number;
}

interface Range {
  low: number;
  high: number;
}

/**
 * What somebody who can reckon finds out about whole numbers of which they know sums and limits: between which numbers an unknown
 * must be. Complete: narrows the limits by the sums until nothing changes, then tries what is left.
 */
export class Unknowns {
  private readonly limits = new Map<string, Range>();
  private readonly sums: KnownSum[] = [];

  /** Something that is from low to high, both included; what was known of it before stays known. */
  between(name: string, low: number, high: number): void {
    const known = this.limits.get(name) ?? { low: -Infinity, high: Infinity };
    this.limits.set(name, { low: Math.max(low, known.low), high: Math.min(high, known.high) });
  }

  sum(sum: KnownSum): void {
    this.sums.push(sum);
  }

  /** The smallest and the largest number that it can be; null where what is known of it contradicts itself. */
  extremes(name: string): readonly [smallest: number, largest: number] | null {
    const limits = this.narrowed(new Map([...this.limits].map(([one, range]) => [one, { ...range }])));
    if (limits === null) return null;
    const tied = this.tiedTo(name, limits);
    const { low, high } = limits.get(name)!;
    const numbers = Array.from({ length: high - low + 1 }, (_, index) => low + index);
    const first = numbers.find((number) => tied.canBe(name, number));
    const last = numbers.reverse().find((number) => tied.canBe(name, number));
    return first === undefined || last === undefined ? null : [first, last];
  }

  /** What is known of the unknowns that are open and that sums tie to one, directly or by others that are open. */
  private tiedTo(name: string, limits: ReadonlyMap<string, Range>): Unknowns {
    const tied = new Unknowns();
    const isOpen = (one: string): boolean => limits.get(one)!.low < limits.get(one)!.high;
    const reached = new Set([name]);
    for (const one of reached)
      for (const { add, takeOff } of this.sumsOf(one))
        for (const other of [...add, ...takeOff]) if (isOpen(other)) reached.add(other);
    for (const one of reached) tied.between(one, limits.get(one)!.low, limits.get(one)!.high);
    const settled = (names: readonly string[]): number =>
      names.reduce((sum, one) => sum + (reached.has(one) ? 0 : limits.get(one)!.low), 0);
    for (const { add, takeOff, make } of new Set([...reached].flatMap((one) => this.sumsOf(one)))) {
      const open = (names: readonly string[]): readonly string[] => names.filter((one) => reached.has(one));
      tied.sum({ add: open(add), takeOff: open(takeOff), make: make - settled(add) + settled(takeOff) });
    }
    return tied;
  }

  private sumsOf(name: string): readonly KnownSum[] {
    return this.sums.filter(({ add, takeOff }) => add.includes(name) || takeOff.includes(name));
  }

  private canBe(name: string, number: number): boolean {
    const limits = new Map([...this.limits].map(([one, range]) => [one, { ...range }]));
    limits.set(name, { low: number, high: number });
    return this.holds(limits);
  }

  private holds(given: Map<string, Range>): boolean {
    const limits = this.narrowed(given);
    if (limits === null) return false;
    const open = [...limits].filter(([, { low, high }]) => low < high);
    if (open.length === 0) return true;
    const [name, { low, high }] = open.reduce((a, b) =>
      b[1].high - b[1].low < a[1].high - a[1].low ? b : a,
    );
    for (let number = low; number <= high; number += 1) {
      const tried = new Map([...limits].map(([one, range]) => [one, { ...range }]));
      tried.set(name, { low: number, high: number });
      if (this.holds(tried)) return true;
    }
    return false;
  }

  private narrowed(limits: Map<string, Range>): Map<string, Range> | null {
    for (let changed = true; changed;) {
      changed = false;
      for (const { add, takeOff, make } of this.sums) {
        const terms = [
          ...add.map((name) => [name, 1] as const),
          ...takeOff.map((name) => [name, -1] as const),
        ];
        const lowest = terms.reduce((sum, [name, sign]) => sum + smallest(limits.get(name)!, sign), 0);
        const highest = terms.reduce((sum, [name, sign]) => sum + largest(limits.get(name)!, sign), 0);
        if (lowest > make || highest < make) return null;
        for (const [name, sign] of terms) {
          const range = limits.get(name)!;
          const least = make - (highest - largest(range, sign));
          const most = make - (lowest - smallest(range, sign));
          const [low, high] = sign === 1 ? [least, most] : [-most, -least];
          if (low <= range.low && high >= range.high) continue;
          range.low = Math.max(range.low, low);
          range.high = Math.min(range.high, high);
          if (range.low > range.high) return null;
          changed = true;
          break;
        }
      }
    }
    return limits;
  }
}

const smallest = ({ low, high }: Range, sign: 1 | -1): number => (sign === 1 ? low : -high);
const largest = ({ low, high }: Range, sign: 1 | -1): number => (sign === 1 ? high : -low);
