import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { overdueWork, type WorkSeenQuery, type WorkList, type ViewReader } from '#views';
import { VIEW_READER } from '../reading/sources.js';

export class ListOverdueWork extends Query<WorkList> {
  constructor(readonly asked: WorkSeenQuery) {
    super();
  }
}

@QueryHandler(ListOverdueWork)
export class ListOverdueWorkHandler implements IQueryHandler<ListOverdueWork> {
  constructor(@Inject(VIEW_READER) private readonly reader: ViewReader) {}

  execute({ asked }: ListOverdueWork): Promise<WorkList> {
    return overdueWork(this.reader, asked);
  }
}
