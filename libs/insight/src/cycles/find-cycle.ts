import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Instant } from '#audit-cycle';
import { cycleProgressView, progressCycles, type CycleRow, type ViewReader } from '#views';
import { withRevision, type Revisioned } from '../reading/revisioned.js';
import { STREAM_REVISIONS, VIEW_READER, type StreamRevisions } from '../reading/sources.js';

/** A cycle; as it was known at a moment, without a revision. */
export class FindCycle extends Query<Revisioned<CycleRow> | null> {
  constructor(
    readonly authority: string,
    readonly id: string,
    readonly asOf?: Instant,
  ) {
    super();
  }
}

@QueryHandler(FindCycle)
export class FindCycleHandler implements IQueryHandler<FindCycle> {
  constructor(
    @Inject(VIEW_READER) private readonly reader: ViewReader,
    @Inject(STREAM_REVISIONS) private readonly revisions: StreamRevisions,
  ) {}

  async execute({ authority, id, asOf }: FindCycle): Promise<Revisioned<CycleRow> | null> {
    const read = (): Promise<CycleRow | null> =>
      this.reader.look(
        cycleProgressView,
        authority,
        async (look) => (await look.rows(progressCycles, { where: { id }, asOf }))[0] ?? null,
      );
    const found = await withRevision(
      this.revisions,
      cycleProgressView,
      authority,
      { kind: 'cycle', id },
      read,
    );
    return found === null || asOf === undefined ? found : { ...found, revision: null };
  }
}
