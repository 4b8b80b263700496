import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { findMeasure, scorecardView, type MeasureShown, type OneMeasureQuery, type ViewReader } from '#views';
import { withRevision, type Revisioned } from '../reading/revisioned.js';
import { STREAM_REVISIONS, VIEW_READER, type StreamRevisions } from '../reading/sources.js';

export class FindMeasure extends Query<Revisioned<MeasureShown> | null> {
  constructor(readonly asked: OneMeasureQuery) {
    super();
  }
}

@QueryHandler(FindMeasure)
export class FindMeasureHandler implements IQueryHandler<FindMeasure> {
  constructor(
    @Inject(VIEW_READER) private readonly reader: ViewReader,
    @Inject(STREAM_REVISIONS) private readonly revisions: StreamRevisions,
  ) {}

  execute({ asked }: FindMeasure): Promise<Revisioned<MeasureShown> | null> {
    const stream = { kind: 'measure', id: asked.id } as const;
    return withRevision(this.revisions, scorecardView, asked.authority, stream, () =>
      findMeasure(this.reader, asked),
    );
  }
}
