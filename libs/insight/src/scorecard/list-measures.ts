import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { listMeasures, type MeasureList, type ScorecardQuery, type ViewReader } from '#views';
import { VIEW_READER } from '../reading/sources.js';

export class ListMeasures extends Query<MeasureList> {
  constructor(readonly asked: Pick<ScorecardQuery, 'authority' | 'asOf'>) {
    super();
  }
}

@QueryHandler(ListMeasures)
export class ListMeasuresHandler implements IQueryHandler<ListMeasures> {
  constructor(@Inject(VIEW_READER) private readonly reader: ViewReader) {}

  execute({ asked }: ListMeasures): Promise<MeasureList> {
    return listMeasures(this.reader, asked);
  }
}
