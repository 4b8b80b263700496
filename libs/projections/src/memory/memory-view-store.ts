import type { Look, StreamId, View, ViewReader } from '#views';
import type { Stop, Stopped } from '../stops/stop.js';
import type { Batch, FoldState, Generation, Generations, StoredRow, ViewStore } from '../view-store.js';
import { MemoryGenerations, type MemoryGeneration } from './memory-generations.js';
import { currentRows, rowsInOrder } from './rows-in-order.js';
import { selectRows } from './select-rows.js';
import { streamKey } from './stream-key.js';
import { writtenTo } from './written-to.js';

/** Views in memory, for tests of what stands on them. */
export class MemoryViewStore implements ViewStore, ViewReader {
  private readonly kept = new MemoryGenerations();

  async generations(view: View, authority: string): Promise<Generations> {
    const all = this.kept.of(view, authority);
    const [live, building] = [all.find((one) => one.live), all.find((one) => !one.live)];
    return { live: live ? plain(live) : null, building: building ? plain(building) : null };
  }

  async open(view: View, authority: string): Promise<Generation> {
    return plain(this.kept.foundOrMade(view, authority, true));
  }

  async build(view: View, authority: string): Promise<Generation> {
    return plain(this.kept.foundOrMade(view, authority, false));
  }

  async load(
    view: View,
    authority: string,
    generation: number,
    streams: readonly StreamId[],
  ): Promise<FoldState> {
    const kept = this.kept.of(view, authority).find(({ number }) => number === generation);
    return {
      revisions: streams.flatMap((stream) => kept?.revisions.get(streamKey(stream)) ?? []),
      tables: view.tables.map(({ table }) => ({
        table,
        rows: currentRows(kept?.tables.get(table), streams),
      })),
    };
  }

  async apply(batch: Batch): Promise<'applied' | 'stale'> {
    const { view, authority, generation } = batch;
    const kept = this.kept.of(view, authority).find(({ number }) => number === generation);
    if (kept?.position !== batch.after) return 'stale';
    this.kept.change(view, authority, generation, (before) => writtenTo(before, batch));
    return 'applied';
  }

  async promote(
    view: View,
    authority: string,
    generation: number,
    head: bigint,
  ): Promise<'promoted' | 'behind' | 'gone'> {
    const built = this.kept.of(view, authority).find(({ number, live }) => number === generation && !live);
    if (built === undefined) return 'gone';
    const live = this.kept.live(view, authority)?.position ?? 0n;
    if (built.position < (live < head ? live : head)) return 'behind';
    this.kept.promote(view, authority, built);
    return 'promoted';
  }

  async abandon(view: View, authority: string, generation: number): Promise<void> {
    this.kept.abandon(view, authority, generation);
  }

  /** Rows go with their generation here. */
  async sweep(): Promise<void> {}

  async stops(view: View, authority: string): Promise<readonly Stop[]> {
    return this.kept
      .of(view, authority)
      .flatMap(({ stop, position }) => (stop === undefined || position >= stop.position ? [] : stop));
  }

  async stop(view: View, authority: string, generation: number, { at, error, now }: Stopped): Promise<void> {
    this.kept.change(view, authority, generation, (kept) => {
      const again = kept.stop?.id === at.id ? kept.stop : null;
      const tried = { since: again?.since ?? now, attempts: (again?.attempts ?? 0) + 1, retryAsked: false };
      return { ...kept, stop: { ...at, ...tried, generation, version: kept.version, error } };
    });
  }

  async askRetry(view: View, authority: string, generation: number): Promise<void> {
    this.kept.change(view, authority, generation, (kept) =>
      kept.stop === undefined ? kept : { ...kept, stop: { ...kept.stop, retryAsked: true } },
    );
  }

  async forgetStop(view: View, authority: string, generation: number): Promise<void> {
    this.kept.change(view, authority, generation, ({ stop: _, ...kept }) => kept);
  }

  async revision(view: View, authority: string, stream: StreamId): Promise<bigint | null> {
    return this.kept.live(view, authority)?.revisions.get(streamKey(stream))?.revision ?? null;
  }

  async readOut(
    view: View,
    authority: string,
    receive: (table: string, row: StoredRow) => void,
  ): Promise<bigint> {
    const live = this.kept.live(view, authority);
    for (const { table } of view.tables) {
      for (const row of rowsInOrder(live?.tables.get(table))) receive(table, row);
    }
    return live?.position ?? 0n;
  }

  async look<Answer>(view: View, authority: string, read: (look: Look) => Promise<Answer>): Promise<Answer> {
    const live = this.kept.live(view, authority);
    return read({
      position: live?.position ?? 0n,
      rows: async (table, selection) =>
        selectRows(table, rowsInOrder(live?.tables.get(table.table)), selection),
    });
  }
}

const plain = ({ number, version, position }: MemoryGeneration): Generation => ({
  number,
  version,
  position,
});
