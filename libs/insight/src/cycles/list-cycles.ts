import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { listCycles, type CycleListQuery, type CycleRow, type Page, type ViewReader } from '#views';
import { VIEW_READER } from '../reading/sources.js';

export class ListCycles extends Query<Page<CycleRow>> {
  constructor(readonly asked: CycleListQuery) {
    super();
  }
}

@QueryHandler(ListCycles)
export class ListCyclesHandler implements IQueryHandler<ListCycles> {
  constructor(@Inject(VIEW_READER) private readonly reader: ViewReader) {}

  execute({ asked }: ListCycles): Promise<Page<CycleRow>> {
    return listCycles(this.reader, asked);
  }
}
