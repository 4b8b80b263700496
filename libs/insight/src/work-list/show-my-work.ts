import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { myWork, type MyWorkQuery, type WorkList, type ViewReader } from '#views';
import { VIEW_READER } from '../reading/sources.js';

export class ShowMyWork extends Query<WorkList> {
  constructor(readonly asked: MyWorkQuery) {
    super();
  }
}

@QueryHandler(ShowMyWork)
export class ShowMyWorkHandler implements IQueryHandler<ShowMyWork> {
  constructor(@Inject(VIEW_READER) private readonly reader: ViewReader) {}

  execute({ asked }: ShowMyWork): Promise<WorkList> {
    return myWork(this.reader, asked);
  }
}
