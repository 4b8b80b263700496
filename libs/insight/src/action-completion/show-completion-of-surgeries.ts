import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { completionOfSurgeries, type ViewReader } from '#views';
import { VIEW_READER } from '../reading/sources.js';

type Asked = Parameters<typeof completionOfSurgeries>[1];
type Found = Awaited<ReturnType<typeof completionOfSurgeries>>;

/** What became of the actions of surgeries, in figures. */
export class ShowCompletionOfSurgeries extends Query<Found> {
  constructor(readonly asked: Asked) {
    super();
  }
}

@QueryHandler(ShowCompletionOfSurgeries)
export class ShowCompletionOfSurgeriesHandler implements IQueryHandler<ShowCompletionOfSurgeries> {
  constructor(@Inject(VIEW_READER) private readonly reader: ViewReader) {}

  execute({ asked }: ShowCompletionOfSurgeries): Promise<Found> {
    return completionOfSurgeries(this.reader, asked);
  }
}
