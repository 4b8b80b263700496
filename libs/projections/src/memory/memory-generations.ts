import type { View } from '#views';
import type { Stop } from '../stops/stop.js';
import type { Generation, StoredRow, StreamRevision } from '../view-store.js';

/** Never changed once it is in place, so whoever holds one sees one moment. */
export interface MemoryGeneration extends Generation {
  readonly live: boolean;
  readonly stop?: Stop;
  /** By stream. */
  readonly revisions: ReadonlyMap<string, StreamRevision>;
  /** By table, and in it by stream and revision. */
  readonly tables: ReadonlyMap<string, ReadonlyMap<string, StoredRow>>;
}

/** The generations of every view and authority. */
export class MemoryGenerations {
  private readonly kept = new Map<string, readonly MemoryGeneration[]>();
  /** The highest number of a generation that was given up. */
  private readonly spent = new Map<string, number>();

  of(view: View, authority: string): readonly MemoryGeneration[] {
    return this.kept.get(keyOf(view, authority)) ?? [];
  }

  live(view: View, authority: string): MemoryGeneration | undefined {
    return this.of(view, authority).find(({ live }) => live);
  }

  foundOrMade(view: View, authority: string, live: boolean): MemoryGeneration {
    const all = this.of(view, authority);
    const found = all.find((one) => one.live === live);
    if (found !== undefined) return found;
    const spent = this.spent.get(keyOf(view, authority)) ?? 0;
    const number = Math.max(spent, ...all.map((one) => one.number)) + 1;
    const rows = { revisions: new Map(), tables: new Map() };
    const made = { number, version: view.version, position: 0n, live, ...rows };
    this.keep(view, authority, [...all, made]);
    return made;
  }

  change(
    view: View,
    authority: string,
    generation: number,
    change: (kept: MemoryGeneration) => MemoryGeneration,
  ): void {
    const changed = this.of(view, authority).map((one) => (one.number === generation ? change(one) : one));
    this.keep(view, authority, changed);
  }

  /** Makes one of them the live one, and the only one. */
  promote(view: View, authority: string, built: MemoryGeneration): void {
    this.keep(view, authority, [{ ...built, live: true }]);
  }

  abandon(view: View, authority: string, generation: number): void {
    const all = this.of(view, authority);
    const rest = all.filter(({ number, live }) => live || number !== generation);
    if (rest.length < all.length) this.spent.set(keyOf(view, authority), generation);
    this.keep(view, authority, rest);
  }

  private keep(view: View, authority: string, generations: readonly MemoryGeneration[]): void {
    this.kept.set(keyOf(view, authority), generations);
  }
}

const keyOf = ({ name }: View, authority: string): string => `${authority}/${name}`;
