import type { DataSource } from 'typeorm';
import type {
  Batch,
  FoldState,
  Generation,
  Generations,
  Stop,
  Stopped,
  StoredRow,
  TableRows,
  ViewStore,
} from '#projections';
import type { StreamId, View } from '#views';
import { applyBatch } from './apply-batch.js';
import { asAuthority, atOneMoment } from './as-authority.js';
import { currentRows, lastRevisions } from './current-rows.js';
import { deleteOrphans, generationsOf } from './generations.js';
import { readOutTable } from './read-out-table.js';
import { askRetry, forgetStop, recordStop, stopsOf } from './stops.js';
import { checkpointEntity, streamEntity } from './tables/bookkeeping.js';
import { viewTable } from './tables/view-tables.js';

/** Views in PostgreSQL. The data source knows `viewEntities` and runs as touchstone_project. */
export class PostgresViewStore implements ViewStore {
  /** `readOutPage`: rows that are held in memory at once while a view is read out. */
  constructor(
    private readonly source: DataSource,
    private readonly readOutPage = 5000,
  ) {}

  generations(view: View, authority: string): Promise<Generations> {
    return asAuthority(this.source, authority, (manager) => generationsOf(manager, view, authority));
  }

  open(view: View, authority: string): Promise<Generation> {
    return this.foundOrMade(view, authority, 'live');
  }

  build(view: View, authority: string): Promise<Generation> {
    return this.foundOrMade(view, authority, 'building');
  }

  load(view: View, authority: string, generation: number, streams: readonly StreamId[]): Promise<FoldState> {
    const place = { authority, generation };
    return asAuthority(this.source, authority, async (manager) => {
      const revisions = await lastRevisions(manager, view.name, place, streams);
      const begun = revisions.map(({ stream }) => stream);
      const tables: TableRows[] = [];
      for (const { table } of view.tables)
        tables.push({ table, rows: await currentRows(manager, viewTable(table), place, begun) });
      return { revisions, tables };
    });
  }

  apply(batch: Batch): Promise<'applied' | 'stale'> {
    return asAuthority(this.source, batch.authority, (manager) => applyBatch(manager, batch));
  }

  promote(
    view: View,
    authority: string,
    generation: number,
    head: bigint,
  ): Promise<'promoted' | 'behind' | 'gone'> {
    return asAuthority(this.source, authority, async (manager) => {
      const { live, building } = await generationsOf(manager, view, authority, true);
      if (building?.number !== generation) return 'gone';
      const reached = live?.position ?? 0n;
      if (building.position < (reached < head ? reached : head)) return 'behind';
      await manager.delete(checkpointEntity, { authority, view: view.name, live: true });
      await manager.update(checkpointEntity, { authority, view: view.name, generation }, { live: true });
      return 'promoted';
    });
  }

  async abandon(view: View, authority: string, generation: number): Promise<void> {
    await asAuthority(this.source, authority, async (manager) => {
      const given = { authority, view: view.name, generation };
      const { affected } = await manager.delete(checkpointEntity, { ...given, live: false });
      if (affected !== 1) return;
      await manager.update(
        checkpointEntity,
        { authority, view: view.name, live: true },
        { spent: generation },
      );
      await deleteOrphans(manager, view, authority);
    });
  }

  async sweep(view: View, authority: string): Promise<void> {
    await asAuthority(this.source, authority, (manager) => deleteOrphans(manager, view, authority));
  }

  stops(view: View, authority: string): Promise<readonly Stop[]> {
    return atOneMoment(this.source, authority, (manager) => stopsOf(manager, view, authority));
  }

  stop(view: View, authority: string, generation: number, stopped: Stopped): Promise<void> {
    const of = { view, authority, generation };
    return asAuthority(this.source, authority, (manager) => recordStop(manager, of, stopped));
  }

  askRetry(view: View, authority: string, generation: number): Promise<void> {
    const of = { view, authority, generation };
    return asAuthority(this.source, authority, (manager) => askRetry(manager, of));
  }

  forgetStop(view: View, authority: string, generation: number): Promise<void> {
    const of = { view, authority, generation };
    return asAuthority(this.source, authority, (manager) => forgetStop(manager, of));
  }

  revision(view: View, authority: string, stream: StreamId): Promise<bigint | null> {
    return atOneMoment(this.source, authority, async (manager) => {
      const { live } = await generationsOf(manager, view, authority);
      if (live === null) return null;
      const given = { authority, view: view.name, generation: live.number };
      const where = { ...given, streamKind: stream.kind, streamId: stream.id };
      return (await manager.findOne(streamEntity, { where }))?.revision ?? null;
    });
  }

  readOut(view: View, authority: string, receive: (table: string, row: StoredRow) => void): Promise<bigint> {
    return atOneMoment(this.source, authority, async (manager) => {
      const { live } = await generationsOf(manager, view, authority);
      if (live === null) return 0n;
      const given = { manager, authority, generation: live.number, page: this.readOutPage };
      for (const { table } of view.tables)
        await readOutTable(given, viewTable(table), (row) => receive(table, row));
      return live.position;
    });
  }

  private foundOrMade(view: View, authority: string, which: keyof Generations): Promise<Generation> {
    return asAuthority(this.source, authority, async (manager) => {
      const found = (await generationsOf(manager, view, authority))[which];
      if (found !== null) return found;
      // Whoever comes second at the same moment makes none and finds the first one's.
      await manager.query(
        `insert into touchstone.view_checkpoint (authority, view, generation, version, position, live)
         select $1, $2, coalesce(max(greatest(generation, spent)), 0) + 1, $3, 0, $4
           from touchstone.view_checkpoint where authority = $1 and view = $2
         on conflict do nothing`,
        [authority, view.name, view.version, which === 'live'],
      );
      const made = (await generationsOf(manager, view, authority))[which];
      if (made === null)
        throw new Error(`The ${which} generation of the view ${view.name} vanished; try again`);
      return made;
    });
  }
}
