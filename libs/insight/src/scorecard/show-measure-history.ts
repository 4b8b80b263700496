import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { measureHistory, type MeasureHistory, type OneMeasureQuery, type ViewReader } from '#views';
import { VIEW_READER } from '../reading/sources.js';

export class ShowMeasureHistory extends Query<MeasureHistory | null> {
  constructor(readonly asked: OneMeasureQuery) {
    super();
  }
}

@QueryHandler(ShowMeasureHistory)
export class ShowMeasureHistoryHandler implements IQueryHandler<ShowMeasureHistory> {
  constructor(@Inject(VIEW_READER) private readonly reader: ViewReader) {}

  execute({ asked }: ShowMeasureHistory): Promise<MeasureHistory | null> {
    return measureHistory(this.reader, asked);
  }
}
