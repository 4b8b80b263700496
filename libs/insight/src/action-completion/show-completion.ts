import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { completionOfCycles, type ViewReader } from '#views';
import { VIEW_READER } from '../reading/sources.js';

type Asked = Parameters<typeof completionOfCycles>[1];
type Found = Awaited<ReturnType<typeof completionOfCycles>>;

/** What became of the actions of cycles, in figures. */
export class ShowCompletion extends Query<Found> {
  constructor(readonly asked: Asked) {
    super();
  }
}

@QueryHandler(ShowCompletion)
export class ShowCompletionHandler implements IQueryHandler<ShowCompletion> {
  constructor(@Inject(VIEW_READER) private readonly reader: ViewReader) {}

  execute({ asked }: ShowCompletion): Promise<Found> {
    return completionOfCycles(this.reader, asked);
  }
}
