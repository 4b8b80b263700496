import type { Look, StreamId, View, ViewReader } from '#views';
import type { Stop, Stopped } from '../stops/stop.js';
import type {
  Batch,
  FoldState,
  Generation,
  Generations,
  StoredRow,
  StreamRevision,
  ViewStore,
} from '../view-store.js';
import { selectRows } from './select-rows.js';

/** Never changed once it is in place, so whoever holds one sees one moment. */
interface MemoryGeneration extends Generation {
  readonly live: boolean;
  readonly stop?: Stop;
  readonly revisions: ReadonlyMap<string, StreamRevision>;
  readonly tables: ReadonlyMap<string, ReadonlyMap<string, StoredRow>>;
}

/** Views in memory, for tests of what stands on them. */
export class MemoryViewStore implements ViewStore, ViewReader {
  private readonly kept = new Map<string, readonly MemoryGeneration[]>();
  /** The highest number of a generation that was given up. */
  private readonly spent = new Map<string, number>();

  async generations(view: View, authority: string): Promise<Generations> {
    const all = this.all(view, authority);
    return {
      live: plain(all.find(({ live }) => live)),
      building: plain(all.find(({ live }) => !live)),
    };
  }

  async open(view: View, authority: string): Promise<Generation> {
    return this.found(view, authority, true);
  }

  async build(view: View, authority: string): Promise<Generation> {
    return this.found(view, authority, false);
  }

  async load(
    view: View,
    authority: string,
    generation: number,
    streams: readonly StreamId[],
  ): Promise<FoldState> {
    const kept = this.all(view, authority).find(({ number }) => number === generation);
    const wanted = new Set(streams.map(keyOf));
    const ofStreams = (row: { stream: StreamId }): boolean => wanted.has(keyOf(row.stream));
    return {
      revisions: [...(kept?.revisions.values() ?? [])].filter(ofStreams),
      tables: view.tables.map(({ table }) => ({
        table,
        rows: inOrder(kept?.tables.get(table))
          .filter((row) => row.to === null && ofStreams(row))
          .filter(
            (row, index, rows) => !rows[index + 1] || keyOf(rows[index + 1]!.stream) !== keyOf(row.stream),
          ),
      })),
    };
  }

  async apply(batch: Batch): Promise<'applied' | 'stale'> {
    const { view, authority, generation, after, through } = batch;
    const all = this.all(view, authority);
    const kept = all.find(({ number }) => number === generation);
    if (kept?.position !== after) return 'stale';
    const { revisions, tables } = batch;
    const next: MemoryGeneration = {
      ...kept,
      position: through,
      revisions: new Map([...kept.revisions, ...revisions.map((one) => [keyOf(one.stream), one] as const)]),
      tables: new Map([
        ...kept.tables,
        ...tables.map(({ table, rows, closed }) => {
          const written = [...closed, ...rows].map(
            (row) => [`${keyOf(row.stream)}@${row.fromRevision}`, row] as const,
          );
          return [table, new Map([...(kept.tables.get(table) ?? []), ...written])] as const;
        }),
      ]),
    };
    this.keep(view, authority, [...all.filter((one) => one !== kept), next]);
    return 'applied';
  }

  async promote(
    view: View,
    authority: string,
    generation: number,
    head: bigint,
  ): Promise<'promoted' | 'behind' | 'gone'> {
    const all = this.all(view, authority);
    const built = all.find(({ number, live }) => number === generation && !live);
    if (built === undefined) return 'gone';
    const live = all.find((one) => one.live)?.position ?? 0n;
    if (built.position < (live < head ? live : head)) return 'behind';
    this.keep(view, authority, [{ ...built, live: true }]);
    return 'promoted';
  }

  async abandon(view: View, authority: string, generation: number): Promise<void> {
    const all = this.all(view, authority);
    const rest = all.filter(({ number, live }) => live || number !== generation);
    if (rest.length < all.length) this.spent.set(`${authority}/${view.name}`, generation);
    this.keep(view, authority, rest);
  }

  /** Rows go with their generation here. */
  async sweep(): Promise<void> {}

  async stops(view: View, authority: string): Promise<readonly Stop[]> {
    return this.all(view, authority).flatMap(({ stop, position }) =>
      stop === undefined || position >= stop.position ? [] : stop,
    );
  }

  async stop(view: View, authority: string, generation: number, { at, error, now }: Stopped): Promise<void> {
    this.change(view, authority, generation, (kept) => {
      const again = kept.stop?.id === at.id ? kept.stop : null;
      return {
        ...kept,
        stop: {
          ...at,
          ...{ generation, version: kept.version, error, retryAsked: false },
          since: again?.since ?? now,
          attempts: (again?.attempts ?? 0) + 1,
        },
      };
    });
  }

  async askRetry(view: View, authority: string, generation: number): Promise<void> {
    this.change(view, authority, generation, (kept) =>
      kept.stop === undefined ? kept : { ...kept, stop: { ...kept.stop, retryAsked: true } },
    );
  }

  async forgetStop(view: View, authority: string, generation: number): Promise<void> {
    this.change(view, authority, generation, ({ stop: _, ...kept }) => kept);
  }

  async revision(view: View, authority: string, stream: StreamId): Promise<bigint | null> {
    return this.live(view, authority)?.revisions.get(keyOf(stream))?.revision ?? null;
  }

  async readOut(
    view: View,
    authority: string,
    receive: (table: string, row: StoredRow) => void,
  ): Promise<bigint> {
    const live = this.live(view, authority);
    for (const { table } of view.tables) {
      for (const row of inOrder(live?.tables.get(table))) receive(table, row);
    }
    return live?.position ?? 0n;
  }

  async look<Answer>(view: View, authority: string, read: (look: Look) => Promise<Answer>): Promise<Answer> {
    const live = this.live(view, authority);
    return read({
      position: live?.position ?? 0n,
      rows: async (table, selection) => selectRows(table, inOrder(live?.tables.get(table.table)), selection),
    });
  }

  private found(view: View, authority: string, live: boolean): Generation {
    const all = this.all(view, authority);
    const found = all.find((one) => one.live === live);
    if (found !== undefined) return plain(found);
    const number =
      Math.max(this.spent.get(`${authority}/${view.name}`) ?? 0, ...all.map((one) => one.number)) + 1;
    const made = {
      number,
      version: view.version,
      position: 0n,
      live,
      revisions: new Map(),
      tables: new Map(),
    };
    this.keep(view, authority, [...all, made]);
    return plain(made);
  }

  private change(
    view: View,
    authority: string,
    generation: number,
    change: (kept: MemoryGeneration) => MemoryGeneration,
  ): void {
    const all = this.all(view, authority);
    this.keep(
      view,
      authority,
      all.map((one) => (one.number === generation ? change(one) : one)),
    );
  }

  private live(view: View, authority: string): MemoryGeneration | undefined {
    return this.all(view, authority).find(({ live }) => live);
  }

  private all(view: View, authority: string): readonly MemoryGeneration[] {
    return this.kept.get(`${authority}/${view.name}`) ?? [];
  }

  private keep(view: View, authority: string, generations: readonly MemoryGeneration[]): void {
    this.kept.set(`${authority}/${view.name}`, generations);
  }
}

const keyOf = ({ kind, id }: StreamId): string => `${kind}-${id}`;

function plain(generation: MemoryGeneration): Generation;
function plain(generation: MemoryGeneration | undefined): Generation | null;
function plain(generation: MemoryGeneration | undefined): Generation | null {
  if (generation === undefined) return null;
  const { number, version, position } = generation;
  return { number, version, position };
}

/** By stream and revision. */
function inOrder(rows: ReadonlyMap<string, StoredRow> | undefined): readonly StoredRow[] {
  return [...(rows?.values() ?? [])].sort((a, b) => {
    if (a.stream.kind !== b.stream.kind) return a.stream.kind < b.stream.kind ? -1 : 1;
    if (a.stream.id !== b.stream.id) return a.stream.id < b.stream.id ? -1 : 1;
    return Number(a.fromRevision - b.fromRevision);
  });
}
