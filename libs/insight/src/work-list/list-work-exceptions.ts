import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { workExceptions, type ExceptionQuery, type ExceptionList, type ViewReader } from '#views';
import { VIEW_READER } from '../reading/sources.js';

export class ListWorkExceptions extends Query<ExceptionList> {
  constructor(readonly asked: ExceptionQuery) {
    super();
  }
}

@QueryHandler(ListWorkExceptions)
export class ListWorkExceptionsHandler implements IQueryHandler<ListWorkExceptions> {
  constructor(@Inject(VIEW_READER) private readonly reader: ViewReader) {}

  execute({ asked }: ListWorkExceptions): Promise<ExceptionList> {
    return workExceptions(this.reader, asked);
  }
}
