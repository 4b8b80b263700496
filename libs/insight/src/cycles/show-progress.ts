import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { cycleProgress, type CycleProgress, type CycleProgressQuery, type ViewReader } from '#views';
import { VIEW_READER } from '../reading/sources.js';

export class ShowProgress extends Query<CycleProgress | null> {
  constructor(readonly asked: CycleProgressQuery) {
    super();
  }
}

@QueryHandler(ShowProgress)
export class ShowProgressHandler implements IQueryHandler<ShowProgress> {
  constructor(@Inject(VIEW_READER) private readonly reader: ViewReader) {}

  execute({ asked }: ShowProgress): Promise<CycleProgress | null> {
    return cycleProgress(this.reader, asked);
  }
}
